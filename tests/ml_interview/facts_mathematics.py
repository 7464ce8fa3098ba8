"""Recomputes the numbers in the answers on linear algebra, calculus, probability and statistics.

facts() yields pairs: the first words of a record's question, and a string, computed here,
that must stand in the record's answer.
"""
from fractions import Fraction
from itertools import combinations, product
from math import (acos, comb, degrees, erfc, exp, factorial, gamma, log, pi, prod, sqrt, tanh, atanh)
from statistics import NormalDist, mean, median, pstdev, pvariance, stdev, variance

import numpy as np

NORMAL = NormalDist()


def matrix(rows):
    """A small matrix as the answers write it: [[1, 2], [3, 4]]."""
    return str([[int(v) if float(v).is_integer() else round(float(v), 6) for v in row] for row in rows])


def power_of_ten(value, digits=1):
    """1.35e-06 as the answers write it: 1.35 \\cdot 10^{-6}."""
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    return f"{mantissa} \\cdot 10^{{{int(exponent)}}}"


def bisect(function, low, high):
    """A zero of a function that changes sign between low and high."""
    for _ in range(200):
        middle = (low + high) / 2
        if function(low) * function(middle) <= 0:
            high = middle
        else:
            low = middle
    return low


def poisson_up_to(count, rate):
    return sum(exp(-rate) * rate ** k / factorial(k) for k in range(count + 1))


def correlation_tail(r, n):
    """P(correlation > r) for n independent pairs of independent normal values."""
    x = np.linspace(r, 1, 400001)
    density = (1 - x ** 2) ** ((n - 4) / 2) * gamma((n - 1) / 2) / (gamma(0.5) * gamma((n - 2) / 2))
    return float(((density[1:] + density[:-1]) / 2 * np.diff(x)).sum())


def t_quantile(probability, freedom):
    """The quantile of the t-distribution, by integrating its density."""
    scale = gamma((freedom + 1) / 2) / (sqrt(freedom * pi) * gamma(freedom / 2))

    def below(t):
        x = np.linspace(0, t, 20001)
        density = scale * (1 + x ** 2 / freedom) ** (-(freedom + 1) / 2)
        return 0.5 + float(((density[1:] + density[:-1]) / 2 * np.diff(x)).sum())

    return bisect(lambda t: below(t) - probability, 0.0, 20.0)


def vectors():
    a, b = np.array([3, 4]), np.array([4, 3])
    cosine = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
    yield "What does the dot product of two vectors", f"= {a @ b}$"
    yield "What does the dot product of two vectors", f"= {cosine:.2f}$"
    yield "What does the dot product of two vectors", f"{degrees(acos(cosine)):.1f} degrees"

    u = np.array([3, 4])
    v = u / np.linalg.norm(u)
    yield "A vector u is given", f"v = [{v[0]:.1f}, {v[1]:.1f}]"
    yield "A vector u is given", f"= {u @ v:.0f}$"

    a, b = np.array([3, 2, 1]), np.array([-1, 0, 1])
    yield "For the row vectors a = [3, 2, 1]", matrix(np.outer(a, b))
    yield "For the row vectors a = [3, 2, 1]", f"= {a @ b}$"
    values = sorted(np.linalg.eigvals(np.outer(a, b)).real.round(9) + 0.0)
    yield "For the row vectors a = [3, 2, 1]", "they are $" + ", ".join(f"{x:.0f}" for x in values) + "$"

    full, low = 4096 * 4096, 8 * (4096 + 4096)
    yield "Where do outer products turn up", f"that is {low} numbers in place of {full}, a factor of {full // low}"

    yield "When are two vectors linearly independent", f"= {1 * 5 - 2 * 2}$"

    x = np.array([3, -4, 0])
    sizes = [np.linalg.norm(x, p) for p in (0, 1, 2, np.inf)]
    yield "What makes a function a norm", "{:.0f}, {:.0f}, {:.0f} and {:.0f}".format(*sizes)

    def bounded(x, y):
        return abs(x - y) / (1 + abs(x - y))
    yield "How do a norm and a metric differ", f"the points 0 and 1 are {bounded(0, 1)} apart"
    yield "How do a norm and a metric differ", f"the points 0 and 2 only {bounded(0, 2):.3f}"

    centred = np.random.default_rng(0).normal(size=(50, 1000))
    centred -= centred.mean(axis=0)
    yield "What can you say about the dimension of the span", f"at most {np.linalg.matrix_rank(centred)} dimensions"


def matrices():
    turn = np.array([[0, -1], [1, 0]])
    yield "In what sense is a matrix a linear", f"sends [1, 0] to {(turn @ [1, 0]).tolist()} and [0, 1] to {(turn @ [0, 1]).tolist()}"

    a = np.array([[1, 2], [3, 4]])
    yield "What is the inverse of a matrix", f"the inverse {matrix(np.linalg.inv(a).round(9))}"
    yield "What is the inverse of a matrix", f"determinant is ${np.linalg.det(a):.0f}$"
    yield "What does the determinant of a matrix tell", f"= {np.linalg.det([[3, 1], [1, 2]]):.0f}$"
    yield "What does the determinant of a matrix tell", f"$10^{{{np.linalg.slogdet(0.1 * np.eye(100))[1] / log(10):.0f}}}$"

    scaled = np.array([[5, 10], [3, 4]])
    yield "One row of a square matrix", f"= {np.linalg.det(scaled):.0f}$, five times"
    yield "One row of a square matrix", f"= {np.linalg.det(5 * a):.0f}$"

    values = np.array([3, 3, 2, -1])
    question = "The eigenvalues of a 4 by 4 matrix"
    yield question, f"= {values.sum()}$"
    yield question, f"= {values.prod()}$"
    yield question, f"= {(values ** 2).sum()}$"
    yield question, f"${(values ** 2).prod()}$"

    b = np.array([[1, 4, -2], [-1, 3, 2], [3, 5, -6]])
    question = "Without expanding it, what is the determinant"
    yield question, f"It is {round(np.linalg.det(b))},"
    yield question, f"its rank is {np.linalg.matrix_rank(b)}"
    null = np.linalg.svd(b)[2][-1]
    yield question, str([round(v) for v in null / null[2]])

    tall = np.array([[1, 0], [0, 1], [1, 1]])
    x = np.linalg.lstsq(tall, [1, 2, 3], rcond=None)[0]
    assert np.allclose(tall @ x, [1, 2, 3])
    yield "Under what conditions does Ax = b", f"the only solution is {[round(v) for v in x]}"

    shortest = np.linalg.pinv([[1, 1]]) @ [2]
    yield "A linear system Ax = b has more unknowns", f"The shortest is {[round(v) for v in shortest]}"

    yield "What does a derivative represent", f"$3.01^2 = {3.01 ** 2:.4f}$"
    x, y = 1, 2
    yield "What is the difference between a derivative, a gradient", f"it is {[2 * x * y, x ** 2]}"
    yield "What is the difference between a derivative, a gradient", f"point {matrix([[2 * x * y, x ** 2], [1, 1]])}"

    n, d, m = 64, 1024, 1024
    assert n * m == n * d
    yield "A linear layer computes y = xw", f"${n * m}^2$, about {(n * m) * (n * d) / 1e9:.1f} billion"
    rows = 10 ** 6
    yield "A symmetric matrix of a million rows", f"{rows * rows * 8 // 10 ** 12} TB"
    yield "A symmetric matrix of a million rows", f"{rows * 8 // 10 ** 6} MB"


def dimensionality_reduction():
    yield "Where are eigenvalues and eigenvectors used", f"about {100 * 0.9 ** 50:.1f} percent"
    p = np.array([[Fraction(9, 10), Fraction(1, 10)], [Fraction(1, 2), Fraction(1, 2)]])
    stationary = [p[1][0] / (p[0][1] + p[1][0]), p[0][1] / (p[0][1] + p[1][0])]
    assert list(np.array(stationary) @ p) == stationary
    yield "Where are eigenvalues and eigenvectors used", f"[{stationary[0]}, {stationary[1]}]"
    share = 990 ** 2 / (990 ** 2 + 1)
    yield "One feature ranges from 0 to 1", f"{100 * share:.4f} percent"
    nilpotent = np.array([[0, 1], [0, 0]])
    s = np.linalg.svd(nilpotent, compute_uv=False)
    lam = np.linalg.eigvals(nilpotent)
    yield "How are the singular value decomposition and", f"the eigenvalues {lam[0]:.0f} and {lam[1]:.0f}, but the singular values {s[0]:.0f} and {s[1]:.0f}"
    yield "Why would you reduce the number of dimensions", f"has {10 ** 2} cells in two dimensions and $10^{{10}}$ in ten"


def calculus():
    yield "In logistic regression with labels", f"= {1 / (1 + exp(-2)):.3f}$"
    yield "In logistic regression with labels", f"= {1 / (1 + exp(2)):.3f}$"
    yield "In logistic regression with labels", power_of_ten(1 / (1 + exp(40)))
    assert 1 - 1 / (1 + exp(-40)) == 0
    die = range(1, 7)
    yield "What does Jensen's inequality say", f"{mean(die) ** 2:.2f} and {mean([k * k for k in die]):.2f}"
    yield "What are the advantages and the drawbacks of second-order", f"{10 ** 12 * 4 // 10 ** 12} TB"
    yield "Why is deep learning still done", power_of_ten(7e9 ** 2)
    yield "Why is deep learning still done", power_of_ten((4096.0 ** 2) ** 2)

    def f(x, y):
        return x ** 3 - 3 * x + y ** 2
    yield "How does the Hessian tell", f"a minimum of value ${f(1, 0)}$"

    x = np.array([2.0, 1.0, 0.1])
    p = np.exp(x) / np.exp(x).sum()
    question = "What is the derivative of the cross-entropy of softmax"
    yield question, "p = [" + ", ".join(f"{v:.3f}" for v in p) + "]"
    yield question, "$[" + ", ".join(f"{v:.3f}" for v in p - [1, 0, 0]) + "]$"

    y = Fraction(-1, 8)
    top = 4 * (1 - y ** 2) - y
    angle = np.linspace(0, 2 * pi, 400001)
    values = 4 * np.cos(angle) ** 2 - np.sin(angle)
    assert abs(values.max() - top) < 1e-8
    question = "Find the maximum and the minimum of"
    yield question, f"{top} = {float(top)}"
    yield question, f"The minimum is ${values.min():.0f}$"
    yield question, f"{sqrt(63) / 8:.3f}"


def probability():
    yield "X is uniform on [0, 1]", power_of_ten(2.0 ** -53)
    yield "Can a probability density function exceed 1", f"= {NormalDist(0, 0.1).pdf(0):.2f}$"
    yield "Can a probability density function exceed 1", f"has the density {1 / 0.1:.0f} there"
    yield "Why do people so often assume", power_of_ten(1 - NORMAL.cdf(5))
    yield "How do you turn a model that outputs probabilities", f"= {1 / (1 + 9)}$"

    question = "When do you need the t-distribution"
    small = t_quantile(0.975, 4)
    yield question, f"{small:.3f}, not {NORMAL.inv_cdf(0.975):.3f}"
    yield question, f"about {100 * (small / NORMAL.inv_cdf(0.975) - 1):.0f} percent wider"
    yield question, f"it is {t_quantile(0.975, 29):.3f}"

    question = "A storage system crashed 5 times"
    rate = 5 / 12
    yield question, f"About {100 * (1 - exp(-rate)):.0f} percent"
    yield question, f"= {1 - exp(-rate):.3f}$"
    yield question, f"= {rate * exp(-rate):.3f}$"
    yield question, f"= {12 / 5}$ months"
    low = bisect(lambda r: 1 - poisson_up_to(4, r) - 0.025, 0.01, 5)
    high = bisect(lambda r: poisson_up_to(5, r) - 0.025, 5, 30)
    yield question, f"from about {low:.1f} to {high:.1f}"
    yield question, f"between {100 * (1 - exp(-low / 12)):.0f} and {100 * (1 - exp(-high / 12)):.0f} percent"

    question = "A system crashes about 5 times a year"
    minutes = 365 * 24 * 60
    yield question, f"{minutes} minutes"
    yield question, power_of_ten(5 / minutes)
    yield question, f"one in {round(minutes / 5, -3):.0f}"
    yield question, f"gives {5 / 52:.3f}"
    yield question, f"is {1 - exp(-5 / 52):.3f}"
    yield question, f"{5 / (365 * 24):.5f}"

    question = "A classifier of football results"
    yield question, f"= {0.9 ** 20:.3f}$"
    yield question, f"= {0.9 ** 7:.3f}$"
    yield question, f"= {prod((91 + i) / (102 + i) for i in range(20)):.3f}$"
    yield question, f"= {sqrt(0.9 * 0.1 / 100):.2f}$"
    yield question, f"= {91 / 102:.3f}$"
    yield question, f"the chance is {0.84 ** 20:.3f}"
    yield question, f"it is {0.96 ** 20:.3f}"

    families = [f for f in product("bg", repeat=2) if "b" in f]
    yield "A colleague has two children", f"= {Fraction(families.count(('b', 'b')), len(families))}$"
    children = list(product("bg", range(7)))
    tuesday = [f for f in product(children, repeat=2) if ("b", 1) in f]
    both = sum(f[0][0] == f[1][0] == "b" for f in tuesday)
    yield "A colleague has two children", str(Fraction(both, len(tuesday)))

    question = "Makers A and B produce equally many"
    yield question, f"= {0.5 * 0.3 + 0.5 * 0.7}$"
    yield question, f"= {0.8 * 0.3 + 0.2 * 0.7:.2f}$"
    yield question, f"= {0.5 * 0.7 / (0.5 * 0.3 + 0.5 * 0.7)}$"
    question = "Two chips come from the same unknown maker"
    both_good = 0.5 * 0.7 ** 2 + 0.5 * 0.3 ** 2
    yield question, f"It is {both_good / 0.5:.2f}"
    yield question, f"= {both_good:.2f}$"

    def ill(tests, prior=1e-4, error=0.01):
        true, false = prior * (1 - error) ** tests, (1 - prior) * error ** tests
        return true / (true + false)
    yield "A disease affects 1 person in 10000, and a test for it", f"= {ill(1):.4f}$"
    yield "A disease affects 1 person in 10000, and a test for it", f"a factor of {ill(1) / 1e-4:.0f}"
    yield "A disease affects 1 person in 10000, and a test for it", f"{99} of {99 + 999900 // 100} positives"
    yield "A disease affects 1 person in 10000, and a test has", f"= {ill(2):.3f}$"
    yield "A disease affects 1 person in 10000, and a test has", f"to {ill(3):.3f}"

    question = "Two users of a dating site"
    share = [comb(10, k) * comb(40, 10 - k) / comb(50, 10) for k in range(11)]
    binomial = sum(comb(10, k) * 0.2 ** k * 0.8 ** (10 - k) for k in range(5, 11))
    yield question, f"= {sum(share[5:]):.4f}$"
    yield question, f"exactly five, with {share[5]:.4f}"
    yield question, f"it gives {binomial:.3f}"
    yield question, f"About {1000 * sum(share[5:]):.0f}, by linearity"

    between = 49 + (178 - 165) ** 2 / 4
    yield "Heights of men and of women", f"= {between}$"
    yield "Heights of men and of women", f"{sqrt(between):.1f} cm"

    def foggy(copying, prior=Fraction(1, 2), wrong=Fraction(1, 3)):
        yes = prior * (copying * (1 - wrong) + (1 - copying) * (1 - wrong) ** 3)
        no = (1 - prior) * (copying * wrong + (1 - copying) * wrong ** 3)
        return yes / (yes + no)
    question = "Three weather apps are each wrong"
    yield question, f"{foggy(0)} = {float(foggy(0)):.3f}$"
    yield question, f"= {float(foggy(1)):.3f}$"
    yield question, f"${foggy(Fraction(1, 2))} = {float(foggy(Fraction(1, 2))):.3f}$"
    yield question, f"= {float(foggy(0, Fraction(1, 10))):.3f}$"

    question = "Given n samples from a uniform distribution"
    yield question, f"{1 / 30:.4f} against {1 / (10 * 12):.4f}"
    yield question, f"= {60 + 60 // 4 - 1}$"

    question = "Once a day you draw from a standard normal"
    p = 1 - NORMAL.cdf(0.5)
    yield question, f"= {p:.4f}$"
    yield question, f"About {1 / p:.2f} days"
    yield question, f"= {1 - (1 - p) ** 2:.3f}$"
    yield question, f"is {sqrt(1 - p) / p:.2f} days"
    yield question, f"= {(1 - p) / p:.2f}$"

    question = "How large must a class be"
    others = 1
    while 1 - (364 / 365) ** others <= 0.5:
        others += 1
    yield question, f"You need {others} classmates, so a class of {others + 1}"
    yield question, f"= {log(0.5) / log(364 / 365):.2f}$"
    yield question, f"with {others - 1} others it is {1 - (364 / 365) ** (others - 1):.4f}, with {others} it is {1 - (364 / 365) ** others:.4f}"
    yield question, f"the chance is only {1 - (364 / 365) ** 183:.3f}"
    people = 2
    while 1 - prod((365 - i) / 365 for i in range(people)) <= 0.5:
        people += 1
    yield question, f"its {people} people"
    yield question, f"= {comb(people, 2)}$ pairs"

    bankroll = sum(2 ** k for k in range(10))
    yield "With unlimited money and no table limit", f"bankroll of {bankroll}"
    yield "With unlimited money and no table limit", f"{2 ** 10 - 1}/{2 ** 10}"

    question = "How many flips of a fair coin"
    waits = np.linalg.solve(np.eye(2) - np.array([[0.5, 0.5], [0.5, 0.0]]), np.ones(2))
    yield question, f"E_0 = {waits[0]:.0f}$ and $E_1 = {waits[1]:.0f}$"
    runs = []
    for length in range(1, 5):
        chain = np.zeros((length, length))
        chain[:, 0] = 0.5
        for k in range(length - 1):
            chain[k, k + 1] += 0.5
        runs.append(round(np.linalg.solve(np.eye(length) - chain, np.ones(length))[0]))
    yield question, ", ".join(map(str, runs))

    question = "The towns with the lowest rates"
    p = 2e-4
    yield question, f"{sqrt(p * (1 - p) / 1000):.5f}"
    yield question, f"{sqrt(p * (1 - p) / 10 ** 6):.6f}"
    yield question, f"{(1 - p) ** 1000:.2f}"
    yield "Derive the maximum likelihood estimator", f"rate of {1 / mean([2, 3, 7])}"

    yield "Which standard distribution fits", f"is {0.998 ** 1000:.4f}"
    yield "Which standard distribution fits", f"says {exp(-2):.4f}"
    yield "What is a conjugate prior", f"= {(2 + 3) / (40 + 20):.3f}$"


def statistics():
    question = "How do frequentist and Bayesian"
    yield question, f"= {8 / 12:.3f}$"
    yield question, f"probability {sum(comb(11, k) for k in range(8)) / 2 ** 11:.2f}"

    a = [1, 5, 3, 2, 4, 4]
    question = "What are the mean, median, variance"
    yield question, f"= {mean(a):.3f}$ and the median {median(a)}"
    yield question, f"the variance is {pvariance(a):.3f} and the standard deviation {pstdev(a):.3f}"
    yield question, f"they are {variance(a):.3f} and {stdev(a):.3f}"

    question = "When is the median a better summary"
    incomes = [20, 25, 30, 35, 1000]
    yield question, f"have the mean {mean(incomes)} and the median {median(incomes)}"
    yield question, f"= {pi / 2:.2f}$"
    yield question, f"{100 * (1 - 2 / pi):.0f} percent"

    die = np.arange(1, 7)
    spread = ((die - die.mean()) ** 2).mean()
    question = "What are the moments of a distribution"
    yield question, f"= {spread:.3f}$"
    yield question, f"kurtosis {((die - die.mean()) ** 4).mean() / spread ** 2:.3f}"

    z = NORMAL.inv_cdf(0.975)
    question = "100 random newborn puppies weigh"
    half = z * 0.12 / sqrt(100)
    yield question, f"About {1 - half:.3f} to {1 + half:.3f} pounds"
    yield question, f"1 \\pm {half:.4f}"
    yield question, f"factor {t_quantile(0.975, 99):.3f}"
    yield question, f"= {(1.96 * 0.12 / 0.01) ** 2:.1f}$"

    question = "From 100 puppies you get"
    error = 0.1 / z
    yield question, f"standard error of about {error:.3f}"
    yield question, f"about {error * sqrt(100):.2f} pounds"
    yield question, f"{100 * (2 * NORMAL.cdf(0.1 / (10 * error)) - 1):.1f} percent of puppies"
    yield question, f"= {2 * NORMAL.cdf(1.96 / sqrt(2)) - 1:.3f}$"

    question = "X takes values in [0, 1]"
    middle_of_three = gamma(2.5) * gamma(2) / gamma(4.5) / (gamma(2) * gamma(2) / gamma(4))
    yield question, f"the median is {sqrt(0.5):.4f}"
    yield question, f"averages {middle_of_three:.4f}"

    score = (1.1 - 1) / 0.12
    question = "Newborn puppies weigh 1 pound on average"
    yield question, f"= {score:.2f}$"
    yield question, f"= {NORMAL.cdf(score):.3f}$"
    yield question, f"is {9 / sqrt(10):.2f}"
    question = "Puppy weights are about normal"
    yield question, f"z = {NORMAL.inv_cdf(0.9):.4f}"
    yield question, f"= {1 + 0.12 * NORMAL.inv_cdf(0.9):.3f}$"
    yield question, f"light end, {1 + 0.12 * NORMAL.inv_cdf(0.1):.3f}"
    yield question, f"{1 + 3 * 0.12:.2f} pounds"
    question = "Do z-scores still make sense"
    yield question, f"gives {100 * (1 - NORMAL.cdf(2)):.1f} percent"
    yield question, f"that is {100 * exp(-3):.1f} percent"
    yield question, f"{100 * exp(-5):.2f} percent in place of {100 * (1 - NORMAL.cdf(4)):.3f} percent"

    question = "Can a correlation exceed 1"
    yield question, f"{100 * 0.3 ** 2:.0f} percent"
    yield question, f"{100 * (1 - sqrt(1 - 0.3 ** 2)):.1f} percent"
    low, high = (tanh(atanh(0.3) + side * z / sqrt(97)) for side in (-1, 1))
    yield question, f"from {low:.2f} to {high:.2f}"

    question = "A coin shows 10 heads and 5 tails"
    tail = sum(comb(15, k) for k in range(10, 16)) / 2 ** 15
    share = 10 / 15
    centre = (share + z * z / 30) / (1 + z * z / 15)
    half = z * sqrt(share * (1 - share) / 15 + z * z / 900) / (1 + z * z / 15)
    yield question, f"probability {tail:.3f}"
    yield question, f"p-value is {2 * tail:.3f}"
    yield question, f"{centre - half:.3f} to {centre + half:.3f}"
    yield question, f"is {(1 / 16) / (comb(15, 10) / 2 ** 15):.2f}"
    needed = ((z * 0.5 + NORMAL.inv_cdf(0.8) * sqrt(0.6 * 0.4)) / 0.1) ** 2
    yield question, f"about {needed:.0f} tosses"
    rejected = [heads for heads in range(16) if 2 * sum(comb(15, k) for k in range(max(heads, 15 - heads), 16)) / 2 ** 15 <= 0.05]
    assert [heads for heads in rejected if heads > 7] == list(range(12, 16))
    yield question, f"About {1000 * sum(comb(15, heads) for heads in rejected) / 2 ** 15:.0f} of them"

    question = "How do you judge whether a pattern"
    a, b = [12, 15, 14, 16, 17], [11, 10, 13, 12, 9]
    observed = sum(a) - sum(b)
    splits = [2 * sum(c) - sum(a + b) for c in combinations(a + b, 5)]
    extreme = sum(abs(d) >= observed for d in splits)
    yield question, f"differ by {observed}, and of {len(splits)} ways to split the ten values only {extreme}"
    yield question, f"p = {extreme / len(splits):.3f}"

    question = "What is the distribution of p-values"
    yield question, f"= {1 - 0.95 ** 20:.3f}$"
    yield question, f"{1 - NORMAL.cdf(NORMAL.inv_cdf(0.95) - 2):.3f}"
    question = "Many scientists want to retire"
    true, false = 100 * 0.8, 900 * 0.05
    yield question, f"{true:.0f} true and {false:.0f} false"
    yield question, f"{100 * false / (true + false):.0f} percent of the discoveries"

    inflation = 1 / (1 - 0.95 ** 2)
    question = "What happens to a regression"
    yield question, f"= {inflation:.1f}$"
    yield question, f"{sqrt(inflation):.1f} times as large"
    question = "How do you test whether two categorical"
    counts = np.array([[30, 20], [20, 30]])
    expected = np.outer(counts.sum(1), counts.sum(0)) / counts.sum()
    chi2 = ((counts - expected) ** 2 / expected).sum()
    yield question, f"= {chi2:.0f}$ with one degree"
    yield question, f"p = {erfc(sqrt(chi2 / 2)):.3f}"
    yield question, f"here {sqrt(chi2 / counts.sum()):.1f}"

    def per_group(p1, p2):
        spread = p1 * (1 - p1) + p2 * (1 - p2)
        return (z + NORMAL.inv_cdf(0.8)) ** 2 * spread / (p2 - p1) ** 2
    question = "You want to know which of two ad placements"
    yield question, f"{round(per_group(0.02, 0.025), -2):,.0f} visitors"
    yield question, f"{per_group(0.02, 0.022):,.0f} per group"
    yield question, f"{0.02 * per_group(0.02, 0.025):.0f} against {0.025 * per_group(0.02, 0.025):.0f}"
    yield question, f"{z:.3f} and {NORMAL.inv_cdf(0.8):.3f}"
    yield "A colleague proposes to double", f"= {2 * 0.8 * 0.85 * 0.9:.2f}$"

    pairs = comb(10000, 2)
    question = "From 24 monthly prices"
    yield question, f"{pairs:,} pairs"
    yield question, power_of_ten(correlation_tail(0.8, 24), 2)
    yield question, f"{pairs * correlation_tail(0.8, 24):.1f}"
    yield question, f"{1 / sqrt(239):.3f} in place of {1 / sqrt(23):.2f}"
    yield "How do you avoid accidental patterns", power_of_ten(0.05 / pairs)


def facts():
    for part in (vectors, matrices, dimensionality_reduction, calculus, probability, statistics):
        yield from part()


if __name__ == "__main__":
    for prefix, expected in facts():
        print(f"{prefix} … {expected}")
