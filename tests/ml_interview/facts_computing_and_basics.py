"""Numbers that stand in the answers on computing, data and the basics of machine learning, computed anew."""
from fractions import Fraction
from itertools import combinations
from math import ceil, comb, exp, factorial, gamma, log, log2, pi, prod, sqrt

import numpy as np


def vote(n, p):
    """The chance that most of n independent voters, each right with probability p, are right."""
    return sum(comb(n, k) * p**k * (1 - p)**(n - k) for k in range(n // 2 + 1, n + 1))


def sample_size(margin, share=0.5, z=1.96):
    return z**2 * share * (1 - share) / margin**2


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall)


def kl(p, q):
    return sum(a * log(a / b) for a, b in zip(p, q))


def softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


def algorithms():
    yield "How would you implement a sorting algorithm", f"for $n = 10$ that is {ceil(log2(factorial(10)))}."
    n = 10**6
    articles = "From one million scraped news articles"
    yield articles, f"{n * (n - 1) // 2:,} comparisons"
    yield articles, f"= {1 - (1 - 0.8**5)**20:.4f}$"
    yield articles, f"with {1 - (1 - 0.3**5)**20:.4f}."


def complexity():
    a, b, c, d = 100, 5, 200, 20
    left, right = a * b * c + a * c * d, b * c * d + a * b * d
    order = "In which order would you compute the product $ABC$"
    yield order, f"takes {right:,} multiplications"
    yield order, f"takes {left:,}."
    yield order, f"about {left / right:.1f} times cheaper"
    yield order, f"{b * d} entries instead of {a * c:,}"
    yield "How do you find the cheapest order", f"ten matrices already have {comb(18, 9) // 10}."
    yield "What does it mean to call a problem intractable", f"{2**100 / 1e30:.2f} \\cdot 10^{{30}}"
    memory = "Can you work out how much memory a model needs"
    yield memory, f"needs {7 * (2 + 2 + 4 + 4 + 4)} GB"
    yield memory, f"only {7 * 2} GB"
    mask = "A function fills a 3-D mask"
    yield mask, f"$512^3 = {512**3}$"
    yield mask, f"takes {512**3 * 8 // 2**30} GiB, as booleans {512**3 // 2**20} MiB"
    unstable = "What causes numerical instability"
    yield unstable, f"{0.9**100 * 1e5:.2f} \\cdot 10^{{-5}}"
    yield unstable, f"makes {1.1**100:,.0f}."
    yield unstable, f"{int(10 * np.log(np.finfo(np.float32).max)) / 10}$"
    yield unstable, f"above about {np.log(float(np.finfo(np.float16).max)):.1f}."
    yield "Why is a small constant $\\epsilon$ added", f"about {100 * sqrt(1e-4 / (1e-4 + 1e-3)):.0f} %"
    tenths = np.full(10**6, 0.1, dtype=np.float32)
    yield "How do you average a million", f"comes out as {np.cumsum(tenths)[-1] / 10**6:.5f}"
    yield "Why did GPUs become the workhorse", f"= {256 * 256:,} such cells"
    half = np.finfo(np.float16)
    precision = "What do we gain by lowering the numerical precision"
    yield precision, f"largest number is {int(half.max):,}"
    yield precision, f"about ${round(float(half.smallest_subnormal) * 1e8)} \\cdot 10^{{-8}}$"


def data():
    yield "What are CSV and JSON each good at", f"$2^{{53}} = {2**53}$"
    table, part = 10**7 * 100 * 8, 10**7 * 3 * 8
    columns = "When would you store data by row"
    yield columns, f"{table // 10**9} GB"
    yield columns, f"{part // 10**6} MB, which is {100 * part // table} %"
    table = "Why is look-up in a hash table constant"
    yield table, f"{1 / (1 - Fraction(1, 2))} at half full, {1 / (1 - Fraction(9, 10))} at 90 %"
    yield table, f"probability {1 - prod((365 - i) / 365 for i in range(23)):.3f}"
    tree = "Why do databases index with B-trees"
    yield tree, f"at least {ceil(log2(10**9 + 1))} levels"
    yield tree, f"10^9 \\rceil = {ceil(log(10**9) / log(200))}$"


def basics():
    rates = "When is a parametric method the better choice"
    yield rates, f"$d = 1$ needs {2**(5 / 4):.1f} times"
    yield rates, f"needs {2**(24 / 4):.0f} times"
    yield "Why is empirical risk minimization called", f"that is {2 * exp(-2 * 1000 * 0.05**2):.4f}."
    razor = "How is Occam's razor applied"
    yield razor, f"= {0.5**10:.6f}$"
    yield razor, f"= {factorial(6) * factorial(4) / factorial(11):.6f}$"
    assert 0.6**6 * 0.4**4 > 0.5**10
    lasso = "Why does the L1 penalty produce"
    yield lasso, f"L2 gives {3 / 1.5:.3f} and {0.4 / 1.5:.3f}, L1 gives {max(3 - 0.5, 0)} and {max(0.4 - 0.5, 0)}."
    ensemble = "Why does combining independently trained models"
    yield ensemble, f"with probability {vote(3, 0.7):.3f}, eleven with {vote(11, 0.7):.3f}"
    deep = "Which is more expressive, a wide shallow"
    hidden = 2**10 - 1
    yield deep, f"at least {hidden} units and {3 * hidden + 1} parameters"
    yield deep, f"{2 * 10} units and {4 + 9 * 6 + 3} parameters"
    yield "How does a saddle point differ from a local minimum", f"{2.0**-100 * 1e31:.1f} \\cdot 10^{{-31}}"
    yield "Why is tuning hyperparameters important", f"it needs {ceil(log(100) / -log(1 - 4 * 0.01))} steps"
    yield "Which algorithms are there for tuning", f"= {1 - 0.95**60:.3f}$"
    large = "Which problems do you meet when deploying"
    yield large, f"in 16 bits are {70 * 2} GB"
    yield large, f"take {1000 * 140 / 2000:.0f} ms"
    yield "A model is good on its test set but poor", f"{round(1 / 0.05**2)} labels give ±5 points"


def sampling():
    shirts = len(list(combinations(range(6), 2)))
    wardrobe = "A wardrobe holds 6 shirts"
    yield wardrobe, f"In {shirts * 4} ways"
    yield wardrobe, f"{comb(7, 2)}$ unordered pairs with repetition, and {comb(7, 2) * 4} ways"
    yield wardrobe, f"= {Fraction(5, shirts)}$"
    yield "What is the difference between sampling with and", f"$n = 1000$ that is {1 - (1 - 1 / 1000)**1000:.3f}"

    def ball(d):
        return pi**(d / 2) / gamma(d / 2 + 1) / 2**d
    many = "Which sampling method would you choose for a distribution"
    yield many, f"{ball(2):.3f} for $d = 2$, {ball(10):.5f} for $d = 10$"
    yield many, f"{ball(20) * 1e8:.2f} \\cdot 10^{{-8}}$ for $d = 20$"
    yield "You have 10 million unlabelled comments", f"On average a user wrote {10**7 // 10**4} comments"
    check = "Twenty annotators have returned"
    n = ceil(sample_size(0.03))
    yield check, f"rounded up {n},"
    yield check, f"has some {n // 20},"
    yield check, f"{ceil(sample_size(0.10))} for each are needed, {20 * ceil(sample_size(0.10))} in all"
    yield check, f"give ±{100 * 1.96 * sqrt(0.05 * 0.95 / n):.1f} points"
    yield check, f"holds about {0.02 * n:.0f} of them"
    yield "How can you tell whether two sets of samples", f"limit is {1.358 * sqrt(2 / 1000):.4f}."
    e = [0.20, 0.16, 0.136]
    ratio = (e[1] - e[2]) / (e[0] - e[1])
    curve = "How do you judge whether you have collected enough"
    yield curve, f"about {e[2] - (e[1] - e[2]) * ratio:.4f},"
    yield curve, f"= {e[2] - (e[1] - e[2]) * ratio / (1 - ratio):.3f}$"
    yield curve, f"= {sample_size(0.02, 0.9):.1f}$, so {ceil(sample_size(0.02, 0.9))} examples"
    yield "What happens if you accidentally duplicate", f"= {1 / sqrt(2):.3f}$"
    yield "Two of the twenty variables", f"= {0.7 * 0.7:.2f}$"
    yield "How can the handling of missing data", f"= {0.2 * 0.5 / (0.2 * 0.5 + 0.8 * 0.95):.3f}$"
    sparse = "What does data sparsity do"
    yield sparse, f"density is {100 * 100 / 50_000:.1f} %"
    yield sparse, f"takes {10**6 * 50_000 * 4 // 10**9} GB"
    yield sparse, f"takes {10**6 * 100 * 8 / 10**9:.1f} GB"
    cube = "A model does well with a subset"
    yield cube, f"an edge of {0.01**(1 / 10):.3f} in 10 dimensions and {0.01**(1 / 100):.3f} in 100"
    affect = "How does class imbalance affect a model"
    yield affect, f"approx {1 / 21:.3f}$"
    yield affect, f"= {0.99**64:.3f}$"
    yield "A detector of skin lesions", f"keeps only {100 * (1 - 0.9)**2:.0f} % of its loss"
    over = "You oversample a rare class"
    yield over, f"= {1 - 0.2**4:.4f}$"
    yield over, f"= {0.8 / (0.8 + 0.05):.3f}$"
    yield over, f"= {0.01 * 0.8 / (0.01 * 0.8 + 0.99 * 0.05):.3f}$"
    yield over, f"= {log(0.01 / 0.99):.2f}$"


def metrics():
    yield "What does it mean that a training algorithm converges", f"takes {ceil(log(10) / -log(0.9))} steps"
    shrunk = "What is the bias–variance trade-off"
    yield shrunk, f"has ${(0.5 - 1)**2} + {0.5**2 * 4 / 4} = {(0.5 - 1)**2 + 0.5**2 * 4 / 4}$"
    yield "How is the bias–variance trade-off related", f"{1 - 20 / 100} against {1 + 20 / 100}."
    yield "Why is cross-validation rarely used", f"= {sqrt(0.9 * 0.1 / 50_000):.4f}$"
    yield "Why do you need a validation set", f"= {sqrt(0.25 / 200):.3f}$"
    true_alarms, false_alarms = 0.005 * 0.99, 0.995 * 0.01
    cancer = "A colleague reports 99.99 % accuracy"
    yield cancer, f"= {100 * true_alarms / (true_alarms + false_alarms):.1f}$ %"
    score = "What does the F1 score offer"
    yield score, f"accuracy {(1000 - 2 - 12) / 1000:.3f}, F1 $16/30 = {2 * 8 / (2 * 8 + 2 + 12):.3f}$"
    yield score, f"arithmetic mean is {(1 + 0.01) / 2:.3f}, the harmonic {f1(0.01, 1):.4f}."
    table = np.array([[85, 3, 2], [2, 3, 0], [4, 0, 1]])
    each = 2 * np.diag(table) / (table.sum(0) + table.sum(1))
    yield ("Can the F1 score be used with more", f"macro-F1 is {each.mean():.3f}, weighted "
           f"{(each * table.sum(1)).sum() / table.sum():.3f}, micro {np.trace(table) / table.sum():.3f}")
    tp, fn, fp, tn = 30, 20, 5, 40
    p, r = tp / (tp + fp), tp / (tp + fn)
    confusion = "A binary classifier labels 30 of 50"
    yield confusion, f"Precision is {p:.3f}, recall {r}, and F1 {f1(p, r):.3f}."
    yield confusion, f"= {(tp + tn) / (tp + fn + fp + tn):.3f}$"
    yield confusion, f"= {tn / (tn + fp):.3f}$"
    yield confusion, f"= {2 * tn / (2 * tn + fn + fp):.3f}$"
    better = "A classifier has 30 true positives"
    yield better, f"$40/53 = {40 / 53:.3f}$"
    yield better, f"$80/103 = {f1(40 / 53, 40 / 50):.3f}$ instead of {f1(p, r):.3f}"
    constant = "99 % of the data belong to class A"
    yield constant, f"with A positive F1 is {f1(0.99, 1):.3f}"
    yield constant, f"is {f1(0.99, 1) / 2:.3f}, and accuracy"
    yield constant, f"give {f1(0.01, 1):.4f}"
    coin = "With 99 % of cases in class A"
    yield coin, f"About {f1(0.99, 0.5):.3f} if A is the positive class and about {f1(0.01, 0.5):.4f} if B is."
    yield coin, f"{f1(0.01, 1):.4f} for B and {f1(0.99, 1):.3f} for A"
    q = 1 / (1 + exp(8))
    logistic = "For logistic regression, why is log loss"
    yield logistic, f"$p = {q:.6f}$; log loss gives the gradient ${q - 1:.4f}$, squared error only ${(q - 1) * q * (1 - q):.6f}$"
    errors = [1, 1, 1, 1, 10]
    rmse = "When do you use the root mean squared error"
    yield rmse, f"MAE {sum(errors) / 5:.2f}, RMSE $\\sqrt{{104/5}} = {sqrt(sum(x * x for x in errors) / 5):.2f}$"
    prices = [1, 2, 3, 4, 90]
    yield rmse, f"the mean {round(np.mean(prices))}, absolute error the median {round(np.median(prices))}."
    y, s = np.array([0, 0, 1]), softmax(np.array([10.0, 0, 0]))
    slope = ((np.diag(s) - np.outer(s, s)) @ (s - y))[2]
    assert 5e-5 < -slope < 1e-4
    multi = "For classification with many labels"
    yield multi, f"with less than {1e-4:.4f}:"
    yield (multi, f"costs {(1 - 0.6)**2 + 0.4**2:.2f} and $(0.6, 0.2, 0.2)$ "
           f"{(1 - 0.6)**2 + 0.2**2 + 0.2**2:.2f}")
    entropy = "What is the largest entropy per character"
    yield entropy, f"$\\log_2 27 = {log2(27):.3f}$ bits"
    yield entropy, f"$\\ln 27 = {log(27):.3f}$ nats"
    even, bent = (0.5, 0.5), (0.9, 0.1)
    distance = "A model learns a distribution Q"
    yield distance, f"$D(P \\| Q) = {kl(even, bent):.3f}$ nats but $D(Q \\| P) = {kl(bent, even):.3f}$"
    joint = {(0, 0): 35, (0, 1): 5, (1, 0): 30, (1, 1): 30}
    total = [sum(v for (x, _), v in joint.items() if x == k) / 100 for k in (0, 1)]
    x, detail = max(joint, key=joint.get)
    explanation = "Give an example in which the most probable explanation"
    yield explanation, f"{joint[x, detail] / 100}, so $X = {x}, Y = {detail}$"
    yield (explanation, f"$P(X{{=}}0) = {total[0]:.2f}$, $P(X{{=}}1) = {total[1]:.2f}$, "
           f"so $X = {total.index(max(total))}$")
    yield "You are to predict the price of a stock", f"have a MAPE of {(9 * 1 + 40) / 10} %"


def facts():
    for part in (algorithms, complexity, data, basics, sampling, metrics):
        yield from part()
