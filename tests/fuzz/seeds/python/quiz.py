# quiz
QUIZ = [
    {"question": "Which floats?", "options": ["Lead", 'Cork'], "answer": "B", "n": None},
    Question(text=r"Which flies?", answer="""A
    gull"""),
]
PAIRS = (("What is a keel?", "The " "spine."), ("What is a jib?", "A sail."), ("Why?", 'So.'))
