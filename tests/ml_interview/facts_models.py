"""Facts of the records on classical machine learning, deep architectures and training.

facts() yields (the first words of a question, a string that must stand in its answer). Each string
is computed here, so that a number in an answer cannot be wrong without a test noticing.
"""

from collections import Counter
from math import ceil, comb, exp, floor, log, log2, prod, sqrt

import numpy as np


def signed(value, digits):
    """A number as the answers print it: with an en dash for the minus sign."""
    return f"{value:.{digits}f}".replace("-", "–")


def majority_wrong(k, p):
    """The chance that most of k independent votes are wrong, each with probability p."""
    return sum(comb(k, j) * p**j * (1 - p) ** (k - j) for j in range(k // 2 + 1, k + 1))


def pairs(counts):
    return sum(comb(int(n), 2) for n in counts)


def adjusted_rand(classes, clusters):
    joint = pairs(Counter(zip(classes, clusters)).values())
    a, b = pairs(Counter(classes).values()), pairs(Counter(clusters).values())
    expected = a * b / comb(len(classes), 2)
    return (joint - expected) / ((a + b) / 2 - expected)


def softmax(logits, temperature=1.0):
    e = np.exp(np.array(logits) / temperature)
    return e / e.sum()


def levenshtein(a, b):
    table = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    table[:, 0], table[0] = range(len(a) + 1), range(len(b) + 1)
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i, j] = min(
                table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (x != y)
            )
    return table[-1, -1]


def cosine(a, b):
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))


def classical():
    yield "What goes wrong if you train logistic regression", f"{(10000 / 10) ** 2:.0f}"
    yield "You must deliver a prototype of a fraud", f"{1 - 20 / 10000:.3f}"
    q = "Compare filter, wrapper and embedded"
    yield q, f"{2**20:,} for $d = 20$"
    yield q, f"{20 * 21 // 2} for $d = 20$"

    classes, clusters = "AAABBB", "112222"
    q = "The true classes of your points are known"
    yield q, f"1.2/3.7 = {adjusted_rand(classes, clusters):.3f}"
    purity = sum(
        max(Counter(c for c, k in zip(classes, clusters) if k == cluster).values())
        for cluster in set(clusters)
    )
    yield q, f"{purity}/6 = {purity / 6:.3f}"
    yield "There are no labels: how can you tell", f"the value is {(5 - 2) / max(2, 5):.2f}"

    q = "What changes in a k-nearest-neighbour classifier"
    for k in (1, 3, 5):
        yield q, f"{majority_wrong(k, 0.2):.3f} for k = {k}"
    q = "How does k in nearest-neighbour prediction"
    yield q, f"{4 / 1:.1f} for k = 1 and {4 / 10:.1f} for k = 10"

    components, d = 3, 10
    free = components * (d + d * (d + 1) // 2) + components - 1
    q = "How do k-means and Gaussian mixture models differ"
    yield q, f"{free} for $K = 3$ and $d = 10$, against {components * d} centroid"
    # The densities of N(0, 3) and N(10, 1) meet where x^2/18 + ln 3 = (x - 10)^2/2.
    crossing = min(np.roots([1 / 2 - 1 / 18, -10, 50 - log(3)]))
    yield "When would you prefer k-means", f"cross at {crossing:.2f}"

    q = "What are the fundamental differences between bagging"
    yield q, rf"{0.3 + 0.7 / 100:.3f} \sigma^2"
    yield "Where do bagging and boosting appear", f"1 - 1/e = {1 - exp(-1):.3f}"

    M = np.zeros((4, 4), dtype=int)
    for a, b in ("AB", "AC", "BC", "CA", "DC"):
        M["ABCD".index(a), "ABCD".index(b)] = 1
    q = "Write the adjacency matrix of a directed graph"
    yield q, f"$M$ = {M.tolist()}"
    yield q, f"out-degrees ({', '.join(map(str, M.sum(1)))})"
    yield q, f"in-degrees ({', '.join(map(str, M.sum(0)))})"
    U = np.maximum(M, M.T)
    q = "A directed graph is made undirected"
    yield q, f"$U$ = {U.tolist()}"
    yield q, f"the degrees ({', '.join(map(str, U.sum(0)))})"

    star = np.zeros((5, 5))
    star[0, 1:] = star[1:, 0] = 1
    spectrum = sorted(np.linalg.eigvalsh(star), reverse=True)
    printed = ", ".join(signed(round(v) + 0.0, 0) for v in spectrum)
    yield "Two graphs are isomorphic", f"eigenvalues {printed}"
    density = 50 / 100_000
    yield "In collaborative filtering, what speaks", f"density is {density:.2%}"
    yield "Do kernel methods need scaled features", f"adds {40**2:,} to the squared distance"
    yield "Do kernel methods need scaled features", f"adds {1000**2:,}:"
    yield "What is naive about naive Bayes", f"{2**20 - 1:,} for $d = 20$"

    negative = "the delay ruined my day no refund for the delay".split()
    positive = "lovely crew on time my day was lovely".split()
    size = len(set(negative + positive))

    def likelihood(words):
        count = Counter(words)
        message = "the crew refund was lovely".split()
        return prod((count[w] + 1) / (len(words) + size) for w in message)

    odds = likelihood(positive) / likelihood(negative)
    q = "Train a naive Bayes sentiment classifier"
    yield q, f"vocabulary has {size} words"
    yield q, f"= {odds:.2f}$"
    yield q, f"posterior probability {odds / (1 + odds):.3f}"

    w = np.array([0.5, 0.5])
    yield "What does linear separability mean", f"a distance of {1 / np.linalg.norm(w):.3f}"
    # One dimension: the boundary lies halfway between the closest points of the classes.
    wide, narrow = 2 / (5 - 1), 2 / (1.5 - 1)
    slack = 1 - (wide * 1.5 - wide * 3)
    q = "Two clean clusters could be split easily"
    yield q, f"from {wide} to {narrow:.0f}"
    yield q, f"{wide**2 / 2} + {slack} C"
    yield q, f"below {(narrow**2 / 2 - wide**2 / 2) / slack} the wide"


def language():
    q = "Which weakness of plain recurrent networks"
    yield q, f"0.9 leaves {0.9**50:.3f}"
    yield q, f"0.99 leaves {0.99**50:.3f}"
    yield "How would you apply dropout inside", f"= {0.9**100:.6f}"
    q = "Why represent words by dense embeddings"
    yield q, f"{256 * 50_000:,} weights"
    yield q, f"{256 * 300:,} if it reads"
    assert 300 * 50_000 == 15_000_000

    terms = "fox hen egg red steal".split()
    documents = [
        {"hen": 1, "egg": 1},
        {"red": 1, "fox": 1, "steal": 1, "egg": 1},
        {"fox": 1, "red": 1, "hen": 1},
        {"hen": 1, "steal": 1},
        {"hen": 2, "egg": 1},
    ]
    counts = np.array([[d.get(t, 0) for t in terms] for d in documents])
    idf = np.log(len(documents) / (counts > 0).sum(0))
    score = [cosine(idf, row * idf) for row in counts]
    order = sorted(range(5), key=lambda i: -score[i])
    q = "Rank five short documents"
    ranked = [f"D{i + 1} {score[i]:.3f}" for i in order]
    yield q, ", ".join(ranked[:-1]) + " and " + ranked[-1]
    yield q, f"D{order[0] + 1} (cosine {score[order[0]]:.3f})"
    for n, df in ((5, 2), (5, 3), (5, 4)):
        yield q, rf"\ln({n}/{df}) = {log(n / df):.3f}"
    q = "A document starts to repeat a query term"
    yield q, ", ".join(f"{t} {v:.3f}" for t, v in zip(terms, idf))
    for hens, eggs, phrase in ((2, 1, "the cosine"), (5, 1, "falls to"), (2, 5, "becomes")):
        row = np.array([0, hens, eggs, 0, 0]) * idf
        yield q, f"{phrase} {cosine(idf, row):.3f}"
    for hens in (2, 5):
        yield q, f"hen {idf[1] * hens:.3f}, egg {idf[2]:.3f}"

    yield "A client has only 10,000 tokens", f"{2000 * 64:,} parameters"
    for n, power in ((2, 8), (3, 12), (4, 17)):
        exponent = f"{power}" if power < 10 else f"{{{power}}}"
        q = "Does an n-gram language model keep"
        yield q, rf"${20000**n / 10**power:g} \cdot 10^{exponent}$"
    q = "Which problems does a softmax over a whole word"
    yield q, f"{250_000 * 1024:,} parameters"
    yield q, f"{32_000 * 1024:,}"
    yield q, f"{ceil(log2(250_000))} for 250,000 words"
    yield "Compute the Levenshtein distance", f"It is {levenshtein('gradient', 'radiance')}:"
    yield "What are the strengths and weaknesses of BLEU", f"BP = {exp(1 - 12 / 9):.3f}"
    q = "On one test set model A has an entropy"
    yield q, rf"2 \cdot 5.5 = {2 * 5.5:.0f}$"
    yield q, f"2^{{11}} = {2**11}$"
    yield q, f"fewer than {6 / 2:.0f} characters"
    yield "Why do some language models share one matrix", f"{32_000 * 768:,} parameters"


def vision():
    q = "What happens to accuracy and speed of a convolutional"
    for k in (3, 5, 7):
        yield q, f"{k * k * 64 * 64:,}"
    yield q, f"{2 * 9 * 64 * 64:,} weights"
    yield q, f"{3 * 9 * 64 * 64:,}, little"

    def receptive_field(sides, strides):
        field, jump = 1, 1
        for k, s in zip(sides, strides):
            field, jump = field + (k - 1) * jump, jump * s
        return field

    q = "How do you choose the filter size"
    yield q, f"without stride see {receptive_field([3] * 5, [1] * 5)} pixels"
    yield q, f"they see {receptive_field([3] * 5, [2] * 5)}"
    q = "Convolutional layers are called locally connected"
    yield q, f"= {(32 * 32) ** 2}$"
    yield q, f"= {32 * 32 * 9}$"
    yield q, f"about {(32 * 32) ** 2 / (32 * 32 * 9):.0f}, sharing another {32 * 32}"
    q = "When a convolutional network reads text"
    yield q, f"the layer has {(3 * 300 + 1) * 100:,}"
    yield "What is zero padding good for", f"after 15 such layers only {32 - 15 * 2} are left"
    side, k, s, p = 7, 4, 2, 1
    q = "Why do networks need upsampling"
    yield q, f"so {side} becomes {(side - 1) * s + k - 2 * p} with"
    q = "What does a 1x1 convolution compute"
    yield q, f"{256 * 64 + 9 * 64 * 64 + 64 * 256:,} weights instead of {9 * 256 * 256:,}"
    mean = (sum(v**3 for v in (1, 2, 3, 4)) / 4) ** (1 / 3)
    yield "When would you use max-pooling", f"it gives {mean:.3f}"
    q = "What happens to a convolutional network if you remove"
    yield q, f"= {224 * 224 * 256}$"
    yield q, f"{224 * 224 * 256 * 4 / 1e6:.0f} MB"
    yield q, f"{28 * 28 * 256 * 4 / 1e6:.1f} MB"
    q = "A 2x2 max-pooling layer is replaced"
    yield q, f"adds {9 * 64 * 64 + 64:,} parameters"
    yield q, f"a 2x2 one {4 * 64 * 64 + 64:,}"
    ordinary, separable = 9 * 64 * 128, 9 * 64 + 64 * 128
    q = "Why does a depthwise separable convolution"
    yield q, f"Ordinary: {ordinary:,}"
    yield q, f"{separable:,}, which is {ordinary / separable:.1f} times fewer"
    q = "A base model was pretrained on 256 x 256"
    yield q, f"is {320 // 32} x {ceil(360 / 32)} "
    yield q, f"by {320 * 360 / 256**2:.2f}"
    yield q, f"(256 x {256 * 360 // 320})"
    yield "How can a fully connected layer be turned", f"= {7 * 7 * 512 * 4096}$"
    q = "Compare convolution by the fast Fourier transform"
    for m in (2, 4):
        tile, direct = (m + 2) ** 2, m * m * 9
        yield q, f"{tile} instead of {direct}, {direct / tile:g} times fewer"


def minimax(node, maximizing=True):
    if isinstance(node, int):
        return node
    values = [minimax(child, not maximizing) for child in node]
    return max(values) if maximizing else min(values)


def reinforcement():
    q = "What is the trade-off between exploring"
    for mean, n in ((0.6, 90), (0.5, 10)):
        yield q, f"{mean + sqrt(2 * log(100) / n):.3f}"
    q = "How do a finite and an infinite horizon"
    yield q, f"takes {ceil(log(0.01) / log(0.9))} sweeps"
    yield q, rf"\gamma = 0.99$ {ceil(log(0.01) / log(0.99))}"
    q = "Why do reinforcement learning objectives"
    yield q, f"{1 / (1 - 0.9):.0f} steps for 0.9, {1 / (1 - 0.99):.0f} for 0.99"
    yield q, f"half after {log(0.5) / log(0.99):.0f} steps"
    yield q, f"= {2 * 0.9**10:.3f}$"
    tree = [[4, 8, 3], [2, 9, 6], [7, 5, 10]]
    low = [minimax(child, False) for child in tree]
    q = "The root of a game tree belongs to the maximizer"
    yield q, f"get {low[0]}, {low[1]} and {low[2]}, so the root gets {minimax(tree)}"
    yield "Run alpha-beta pruning from left to right", f"the root value is {minimax(tree)}"
    yield "What are the advantages and drawbacks of on-policy", f"weight is {1.2**20:.1f}"
    yield "How do model-based and model-free", f"= {0.99**50:.3f}$"


def other_architectures():
    ratio = 512 * 512 * 3 / (64 * 64 * 4)
    yield "An autoencoder learns to copy its input", f"{ratio:.0f} times fewer"
    yield "Which problem does self-attention solve", f"deviation of {sqrt(64):.0f} for"
    sentence = "the trophy did not fit into the suitcase because it was too big".split()
    back = {8: "eight"}[sentence.index("it") - sentence.index("trophy")]
    yield "Which problem does self-attention solve", f'"trophy", {back} words back'
    q = "Why would you choose self-attention over"
    attention, recurrence = 512**2 * 768, 512 * 768**2
    yield q, rf"${attention / 1e8:.1f} \cdot 10^8$ against ${recurrence / 1e8:.1f} \cdot 10^8$"
    yield q, rf"${32768**2 / 1e9:.2f} \cdot 10^9$"
    q = "Why does a transformer use several attention heads"
    yield q, f"4 d^2 = {4 * 768**2}$"
    yield q, f"12 of size {768 // 12}"
    q = "How does the number of attention heads"
    yield q, f"8 heads of {512 // 8}, 32 heads of {512 // 32}"
    q = "You have only about 1,000 labelled tweets"
    yield q, f"standard error of {sqrt(0.85 * 0.15 / 200):.3f}"
    yield "What is gradual unfreezing", f"{0.001 / 2.6**3:.7f}"
    q = "How does the Bayesian approach differ"
    yield q, f"4/5 = {(3 + 1) / (3 + 2)}"
    yield q, f"301/302 = {301 / 302:.3f}"
    yield "What does a generative adversarial network converge", f"= {-log(4):.3f}$"
    yield "Why are generative adversarial networks hard", f"== {(1 + 0.1**2) ** 50:.3f}"


def training():
    yield "When you build a neural network for a new task", rf"\ln 10 = {log(10):.3f}"
    path = [0.8**k for k in (1, 2, 3)]
    q = "Write down the plain gradient descent update"
    yield q, f"are {path[0]:g}, {path[1]:.2f}, {path[2]:.3f}:"
    yield q, f"factor is {signed(1 - 2 * 1.1, 1)}"

    q = "Sketch the graphs of sigmoid, tanh"
    points = (-4, -2, 0, 2, 4)
    for x in points:
        yield q, f"{1 / (1 + exp(-x)):.3f}"
        yield q, f"{np.tanh(x):.3f}"
    q = "What are the advantages and drawbacks of sigmoid"
    assert 0.25**10 < 1e-6
    yield q, "below one in a million"
    s = 1 / (1 + exp(-5))
    yield "Derive the derivative of the sigmoid", f"it is {s * (1 - s):.5f}"
    yield "What motivated skip connections", f"= {0.8**50:.7f}"
    q = "Why do gradients vanish or explode so readily"
    yield q, f"= {0.9**100:.7f}"
    yield q, f"grows to {1.1**100:,.0f}"
    yield "Which criteria would you use to stop", f"about {sqrt(0.9 * 0.1 / 2000):.4f}"
    yield "Compare full-batch gradient descent", f"a pass has {ceil(50_000 / 128)} updates"
    q = "Why do we train in epochs"
    yield q, f"{(1 - 1e-6) ** 1_000_000:.1%}"
    q = "Draw training error against epochs"
    for eta, digits in ((0.01, 3), (0.3, 4), (1.9, 3), (2.1, 2)):
        yield q, f"{abs(1 - eta) ** 20:.{digits}f}"
    yield "What is learning rate warmup", f"step 500 uses {0.001 * 500 / 2000:g}"
    cosine_rest = (1 + np.cos(np.pi * 0.9)) / 2
    yield "Why is the learning rate usually reduced", f"after 90% it is {cosine_rest:.3f}"
    half_life = log(2) / -np.log1p(-0.001 * 0.1)
    yield "Some training recipes multiply all weights", f"every {half_life:,.0f} steps"
    q = "What happens to training when the batch size is reduced"
    yield q, f"is {sqrt(64):.0f} times larger"
    yield q, f"instead of {ceil(50_000 / 64)}"
    q = "What happens if each batch is the entire"
    yield q, f"about {sqrt(1000):.0f} times more accurate"
    q = "You change the batch size"
    yield q, f"one gets {0.1 * 1024 / 256:g} at 1,024"
    yield q, f"one gets {0.0003 * sqrt(4):g}"
    q = "Why does Adagrad suit problems"
    yield q, rf"{1 / sqrt(10_000):g}\eta"
    yield q, rf"{1 / sqrt(10_000 / 100):g}\eta"
    q = "Apart from speed and test error"
    yield q, f"= {0.1 / sqrt(0.001):.2f}$"
    yield q, f"the two averages take {2 * 4 * 10**9 // 10**9} GB"
    yield "When several machines train one model", f"= {1 - 0.99**100:.3f}$"
    yield "Why are two consecutive linear layers", f"{2 * 512 * 64:,} weights instead of {512**2:,}"
    yield "What is the smallest neural network", "nine parameters"
    assert 2 * (2 + 1) + (2 + 1) == 9 and (2 + 1) + (3 + 1) == 7
    yield "What is a dead neuron", f"b = {0.1 - 0.2 * 4:.1f}$"
    yield "What is a dead neuron", f"yields {signed(0.5 + 0.1 - 0.2 * 4, 1)}"
    yield "How would you detect dead neurons", f"= {0.999**1000:.3f}$"
    q = "Pruning sets many weights of a trained"
    yield q, f"take {100 * 4} MB"
    yield q, f"{floor(0.1 * 100 * (4 + 2))} MB"
    q = "How do you decide which weights or units"
    yield q, f"curvature 50 costs {50 * 0.1**2 / 2:.2f}"
    yield q, f"curvature 1 costs {1 * 0.4**2 / 2:.2f}"
    yield q, f"0.8^{{10}} = {0.8**10:.3f}"
    q = "Why train a big network and distil it"
    for temperature in (1, 4):
        p = ", ".join(f"{v:.3f}" for v in softmax([6, 3, 1], temperature))
        yield q, f"{p} at $T = {temperature}$"


def facts():
    for part in (
        classical,
        language,
        vision,
        reinforcement,
        other_architectures,
        training,
    ):
        yield from part()
