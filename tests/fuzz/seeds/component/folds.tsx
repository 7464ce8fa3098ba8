const faqs = [{ question: 'Is it wet?', answer: <p>Often{' '}<b>very</b>.</p> }];
export default () => (
  <Accordion>
    <AccordionItem value={`a-${1}`}>
      <AccordionTrigger>Is it open?</AccordionTrigger>
      <AccordionContent>At eight.</AccordionContent>
    </AccordionItem>
    <Item question="Who rows?" answer={"The mate."} />
  </Accordion>
);
