<?php # list
$faqs = array('q' => 'Who\'s rowing?', 'a' => "The " . $who . " boy.");
$more = ['x' => [['question' => __( 'Is it far?', 'x' ), 'answer' => <<<END
    A mile.
    END]]]; ?>
<h1>FAQ</h1><?= $title ?><h3>Is it dry?</h3><p>No.</p>
