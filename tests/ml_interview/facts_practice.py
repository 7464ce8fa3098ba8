"""Recomputes the numbers in the records on practice: the InterviewBit list and our own questions.

facts() yields (first words of the question, a string that must stand in its answer)."""

from math import comb, exp, log, log2, sqrt

import numpy as np


def facts():
    yield from interviewbit()
    yield from transformers()
    yield from retrieval()
    yield from evaluating()
    yield from operations()
    yield from recommenders()
    yield from system_design()
    yield from data_engineering()
    yield from responsible_ai()
    yield from behavioural()


def softmax(logits, temperature=1.0):
    z = np.exp(np.array(logits) / temperature)
    return z / z.sum()


def entropy(p):
    return -p * log2(p) - (1 - p) * log2(1 - p)


def noise_accuracy(select_inside, seed=0):
    """Five-fold accuracy of a nearest-mean classifier on 20 chosen noise features."""
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(100, 2000)), np.arange(100) % 2

    def best(x, y):
        return np.argsort(-abs(x[y == 1].mean(0) - x[y == 0].mean(0)))[:20]

    chosen, right = best(x, y), 0
    for fold in range(5):
        test = (np.arange(100) // 2) % 5 == fold
        columns = best(x[~test], y[~test]) if select_inside else chosen
        means = [x[~test & (y == k)][:, columns].mean(0) for k in (0, 1)]
        distance = [((x[test][:, columns] - m) ** 2).sum(1) for m in means]
        right += ((distance[1] < distance[0]) == y[test]).sum()
    return right / 100


def interviewbit():
    q = "What do a high and a low p-value"
    yield q, f"p = {2 * sum(comb(100, k) for k in range(60, 101)) / 2**100:.3f}"

    yield "Ten funds are on offer", f"$320 / 2^5 = {320 // 2**5}$"

    q = "A spam filter is checked on 1,000 mails"
    tp, fp, fn = 90, 110 - 90, 120 - 90
    tn = 1000 - tp - fp - fn
    yield q, f"{tp} true positives, {fp} false positives, {fn} false negatives and {tn} true negatives"
    yield q, f"$(90 + 860)/1000 = {(tp + tn) / 1000:.3f}$"
    yield q, f"$90/110 = {tp / (tp + fp):.3f}$"
    yield q, f"$90/120 = {tp / (tp + fn):.3f}$"
    yield q, f"$20/880 = {fp / (fp + tn):.3f}$"
    yield q, f"accuracy of {880 / 1000:.3f} already"

    q = "Sensitivity or specificity"
    ruled_out = lambda sensitivity, specificity, p: specificity * (1 - p) / (specificity * (1 - p) + (1 - sensitivity) * p)
    ruled_in = lambda sensitivity, specificity, p: sensitivity * p / (sensitivity * p + (1 - specificity) * (1 - p))
    yield q, f"$1 - 720/721 = {1 - ruled_out(0.99, 0.80, 0.1):.4f}$"
    yield q, f"$99/279 = {ruled_in(0.99, 0.80, 0.1):.3f}$"
    yield q, f"$80/89 = {ruled_in(0.80, 0.99, 0.1):.3f}$"
    yield q, f"$20/911 = {1 - ruled_out(0.80, 0.99, 0.1):.3f}$"

    q = "Give a case where false positives"
    yield q, f"$9/10 = {9 / (9 + 1):.2f}$"
    yield q, f"it is {1 / (1 + 9):.2f}"

    q = "What does TF-IDF weigh"
    yield q, f"$3 \\ln(1000/10) = {3 * log(1000 / 10):.1f}$"

    q = "What is the margin of a support vector"
    yield q, f"$2/5 = {2 / np.linalg.norm([3, 4])}$"

    q = "Which kernels are common"
    yield q, f"{100_000**2 * 8 / 1e9:.0f} GB"

    q = "Why must feature selection be done inside"
    yield q, f"came out at {noise_accuracy(False):.2f}"
    yield q, f"it was {noise_accuracy(True):.2f}"

    q = "How many model fits"
    yield q, f"$24 * 10 + 1 = {24 * 10 + 1}$"

    q = "A forecast misses by"
    misses = np.array([1, -1, 2, -4])
    yield q, f"(MSE) is $(1 + 1 + 4 + 16)/4 = {np.mean(misses**2)}$"
    yield q, f"(RMSE) is {sqrt(np.mean(misses**2)):.2f}"
    yield q, f"(MAE) is {np.mean(abs(misses))}"
    yield q, f"{16 / 22:.0%}".replace("%", " %")
    yield q, f"here {misses.mean()}"

    q = "How do you draw a ROC curve"
    wins = sum(p > n for p in (0.9, 0.7, 0.4) for n in (0.8, 0.3, 0.2))
    yield q, f"${wins}/9 = {wins / 9:.3f}$"

    q = "When does a ROC curve flatter"
    yield q, f"$0.05 * 9900 = {0.05 * 9900:.0f}$"
    yield q, f"$90/585 = {90 / (90 + 495):.3f}$"

    q = "Which sampling techniques"
    yield q, f"{100 * 1.96 * sqrt(0.25 / 1000):.1f} percentage points"

    q = "In any quarter of an hour"
    yield q, f"$1 - 0.8^4 = {1 - 0.8**4:.4f}$"
    yield q, f"$-\\ln(0.8) = {-log(0.8):.3f}$"
    yield q, f"{-4 * log(0.8):.3f} expected stars"
    yield q, f"$n = {log(0.05) / log(0.8):.1f}$"

    q = "The chance of seeing at least one shooting star"
    yield q, f"$q = 0.1^{{1/4}} = {0.1**0.25:.3f}$"
    yield q, f"$1 - 0.562 = {1 - 0.1**0.25:.3f}$"
    yield q, f"{100 * (1 - 0.1**0.25):.1f} %"

    q = "A jar holds 1,000 coins"
    double = 0.001 / (0.001 + 0.999 / 2**10)
    yield q, f"0.001/(0.001 + 0.999/1024) = {double:.3f}$"
    yield q, f"$0.506 * 1 + 0.494 * 0.5 = {double + (1 - double) / 2:.3f}$"

    q = "You have one ordinary die"
    results = [v % 7 + 1 for v in range(36) if v != 35]
    assert all(results.count(r) == 5 for r in range(1, 8))
    yield q, f"$2 * 36/35 = {2 * 36 / 35:.3f}$"

    q = "Is the expected value the same"
    yield q, f"$(1+2+3+4+5+6)/6 = {sum(range(1, 7)) / 6}$"
    yield q, f"the mean {np.mean([2, 6, 5, 3])}"

    q = "What is a confounder"
    a, b = [(19, 20), (48, 80)], [(72, 80), (10, 20)]
    assert all(x / n > y / m for (x, n), (y, m) in zip(a, b))
    yield q, f"A has ${sum(x for x, _ in a)}/100$ and B ${sum(x for x, _ in b)}/100$"

    q = "After 60 heads in the first 100"
    yield q, f"a share of {(60 + 450) / 1000:.1%}".replace("%", " %")
    yield q, f"{sqrt(100) / 2:.0f} at 100 throws and {sqrt(10_000) / 2:.0f} at 10,000"

    q = "How do type I errors, type II"
    false = 0.05 * 900
    yield q, f"$45/125 = {false / (false + 0.8 * 100):.2f}$"
    yield q, f"$45/65 = {false / (false + 0.2 * 100):.2f}$"

    q = "When is a time series stationary"
    yield q, f"$\\sigma^2/(1 - 0.5^2) = {1 / (1 - 0.5**2):.2f} \\sigma^2$"

    q = "How does a random forest work"
    yield q, f"${0.3 + 0.7 / 100:.3f} \\sigma^2$"
    yield q, f"{(1 - 1e-6) ** 1_000_000:.3f} for large $n$"

    q = "A node holds 5 positives"
    yield q, f"= {entropy(0.8):.3f}$"
    yield q, f"$1 - 0.722 = {entropy(0.5) - entropy(0.8):.3f}$"
    yield q, f"from {2 * 0.5 * 0.5} to {2 * 0.8 * 0.2:.2f}"

    yield "Why prune a decision tree", f"$g = 0.06/3 = {(0.10 - 0.04) / (4 - 1):.2f}$"

    q = "A logistic regression gives a coefficient"
    moved = lambda p: (o := p / (1 - p) * exp(0.7)) / (1 + o)
    yield q, f"$e^{{0.7}} = {exp(0.7):.2f}$"
    yield q, f"$p = {moved(0.20):.3f}$"
    yield q, f"leads to {moved(0.50):.3f}, from 0.95 only to {moved(0.95):.3f}"

    q = "Normalize to 0"
    yield q, f"$3/99 = {(4 - 1) / (100 - 1):.3f}$"

    q = "In 1,000 baskets"
    yield q, f"$60/1000 = {60 / 1000:.2f}$"
    yield q, f"$60/200 = {60 / 200:.2f}$"
    yield q, f"$0.30/0.10 = {(60 / 200) / (100 / 1000):.1f}$"

    q = "Of 50,000 customers"
    yield q, f"top decile is {(400 / 5000) / (1000 / 50000):.1f}"
    yield q, f"{400 / 1000:.0%}".replace("%", " %")
    yield q, f"$0.80/20 = {0.80 / 20:.0%}".replace("%", " \\%")

    q = "Weekly revenue fell by a fifth"
    yield q, f"the product is {0.98 * 0.80 * 1.02:.3f}"

    q = "What does a student model learn"
    yield q, "says {:.3f}, {:.3f} and {:.3f} at $T = 1$".format(*softmax([5, 2, 0]))
    yield q, "says {:.3f}, {:.3f} and {:.3f}, and".format(*softmax([5, 2, 0], 4))

    q = "Which families of model compression"
    yield q, f"{25e6 * 4 / 1e6:.0f} MB in 32-bit floats and {25e6 / 1e6:.0f} MB in 8-bit"
    yield q, f"from {1024 * 1024:,} to {2 * 1024 * 64:,} weights"

    q = "What is an A/B test for"
    yield q, f"{16 * 0.05 * 0.95 / 0.005**2:,.0f}$ users"

    q = "What is the curse of dimensionality"
    yield q, f"In 2 dimensions it is {100 * (1 - 0.9**2):.0f} %, in 50 dimensions {100 * (1 - 0.9**50):.1f} %"
    yield q, f"{0.01 ** (1 / 2):.1f} in 2 dimensions but {0.01 ** (1 / 10):.2f} in 10"

    q = "Show me the demo flow of an A/B test"
    yield q, f"$\\sqrt{{100000}}/2 = {sqrt(100_000) / 2:.0f}$"
    yield q, f"{600 / (sqrt(100_000) / 2):.1f} standard deviations"

    q = "Explain cosine similarity to a friend"
    yield q, f"$3*4 + 4*3 = {3 * 4 + 4 * 3}$"
    yield q, f"get {24 / 25}"


def transformers():
    q = "How many parameters does a transformer layer"
    yield q, f"$12 * 4096^2 = {12 * 4096**2:,}$"
    yield q, f"{32 * 12 * 4096**2 / 1e9:.2f} billion"
    yield q, f"$32000 * 4096 = {32_000 * 4096 / 1e6:.0f}$ million"
    yield q, f"{6 * 12 * 512**2 / 1e6:.1f} million and a table of 32,000 tokens {32_000 * 512 / 1e6:.1f} million"

    yield "Why are attention scores divided", f"standard deviation of {sqrt(128):.1f}"

    q = "A mixture-of-experts layer has 8 experts"
    yield q, f"$4 + 8 * 8 = {4 + 8 * 8}$"
    yield q, f"$4 + 2 * 8 = {4 + 2 * 8}$: {(4 + 8 * 8) / (4 + 2 * 8)} times fewer"

    q = "How large is the key-value cache"
    token = 2 * 32 * 32 * 128 * 2
    yield q, f"$2 * 32 * 32 * 128 * 2 = {token:,}$"
    yield q, f"takes {token * 4096 / 2**30} GiB per sequence"
    yield q, f"16 parallel conversations need {16 * token * 4096 / 2**30:.0f} GiB"
    yield q, f"8 instead of 32 makes {token * 4096 / 2**30 * 8 / 32} GiB"

    q = "Why is processing a prompt limited"
    yield q, f"$14/1000 = {7e9 * 2 / 1e12 * 1000:.0f}$ ms"
    yield q, f"about {1e12 / (7e9 * 2):.0f} tokens a second"
    yield q, f"takes {2 * 7e9 / 300e12 * 1000:.3f} ms"
    yield q, f"about {(7e9 * 2 / 1e12) / (2 * 7e9 / 300e12):.0f} tokens per pass"

    yield "What does FlashAttention change", f"{8192**2 * 32 * 2 / 1e9:.1f} GB"

    q = "How much memory does training with Adam"
    yield q, f"needs {7e9 * (2 + 2 + 4 + 4 + 4) / 1e9:.0f} GB"

    q = "How many floating-point operations does it take"
    seconds = 6 * 1e9 * 20e9 / (0.4 * 300e12)
    yield q, f"{6 * 1e9 * 20e9 / 1e20:.1f} * 10^{{20}}$"
    yield q, f"{seconds / 86400:.1f} days"
    yield q, f"{seconds / 64 / 3600:.1f} hours"

    q = "With a hundred times the compute"
    optimum = lambda compute: sqrt(compute / 120) / 1e9
    assert round(optimum(1.2e20), 6) == 1
    yield q, f"gives {optimum(1.2e22):.0f} billion and {20 * optimum(1.2e22):.0f} billion"

    yield "How does speculative decoding", f"$k = 4$ that is {(1 - 0.8**5) / (1 - 0.8):.2f}"

    q = "What do temperature, top-k and top-p"
    first, second = softmax([4.0, 3.0, 2.0, 0.0])[:2]
    yield q, f"{first:.3f} + {second:.3f} < 0.9"

    q = "How many parameters does LoRA train"
    yield q, f"= {8 * (4096 + 4096):,}$ numbers instead of {4096**2:,}, which is {100 * 8 * 8192 / 4096**2:.2f} %"

    yield "What does direct preference optimization", f"$\\ln 2 = {log(2):.3f}$"


def retrieval():
    q = "How do you choose the size of the chunks"
    yield q, f"make {1_000_000 // 400:,} chunks instead of {1_000_000 // 500:,}"

    q = "What do the two parameters of the BM25"
    factor = lambda f: f * 2.2 / (f + 1.2)
    yield q, f"a factor of {factor(1)}, two give {factor(2)}, ten give {factor(10):.2f}"

    q = "How does reciprocal rank fusion"
    assert 2 / (60 + 60) > 1 / (60 + 1)
    yield q, f"only {1 - (1 / 70) / (1 / 61):.0%} less".replace("%", " %")

    q = "Why not let the accurate cross-encoder"
    yield q, f"{10_000_000 * 0.005:,.0f} seconds"
    yield q, f"takes {100 * 0.005} s"

    q = "How does an HNSW index"
    yield q, f"takes {768 * 4:,} bytes"
    yield q, f"32 links of 4 bytes, {32 * 4} bytes"
    yield q, f"about {10_000_000 * (768 * 4 + 32 * 4) / 1e9:.0f} GB"

    q = "How does product quantization"
    yield q, f"({768 * 4:,} bytes) cut into {768 // 8} pieces"
    yield q, f"a factor of {768 * 4 // 96}"
    yield q, f"$96 * 256 = {96 * 256:,}$"

    q = "How do you evaluate retrieval separately"
    yield q, f"$(1 + 1/3 + 0)/3 = {(1 + 1 / 3 + 0) / 3:.2f}$"


def mcnemar(a, b):
    """Exact two-sided p-value of a against b disagreements."""
    n = a + b
    return min(1, 2 * sum(comb(n, k) for k in range(max(a, b), n + 1)) / 2**n)


def evaluating():
    q = "A model has a perplexity of 8"
    yield q, f"$2^{{6/3}} = {exp(-np.mean(np.log([0.5, 0.25, 0.125]))):.1f}$"
    yield q, f"$\\ln 8 = {log(8):.2f}$ per token, or {log2(8):.0f} bits"

    q = "You draw n programs from a model"
    yield q, f"$1 - C(7, 5)/C(10, 5) = 1 - {comb(7, 5)}/{comb(10, 5)} = {1 - comb(7, 5) / comb(10, 5):.3f}$"
    yield q, f"$1 - 0.7^5 = {1 - 0.7**5:.3f}$"

    q = "Model A solves 168 of 200"
    error = sqrt(0.84 * 0.16 / 200)
    yield q, f"= {error:.3f}$, so the interval is $0.84 \\pm {1.96 * error:.3f}$"
    yield q, f"a probability of {mcnemar(20, 12):.3f}"
    yield q, f"$p = {mcnemar(9, 1):.3f}$"
    yield q, f"about {round((1.96 + 0.84) ** 2 * 0.16 / 0.04**2, -1):.0f}"

    yield "How does a leaderboard turn", f"= {100 / (1 + 10 ** (-100 / 400)):.1f} \\%"

    yield "A model says it is 90 % sure", f"= {0.6 * abs(0.9 - 42 / 60) + 0.4 * abs(0.6 - 24 / 40):.2f}$"

    yield "How do you test a change to a prompt", f"$0.9^{{10}} = {0.9**10:.2f}$"


def psi(before, now):
    return sum((q - p) * log(q / p) for p, q in zip(before, now))


def operations():
    yield "When should predictions be computed in advance", f"take {10_000_000 // 2_000:,} seconds"

    q = "A model server handles 200 requests"
    yield q, f"$L = \\lambda W = 200 * 0.150 = {200 * 0.150:.0f}$"
    yield q, f"at 60 % provide {30 / 0.6:.0f}"
    yield q, f"$20/0.150 = {20 / 0.150:.0f}$"
    yield q, f"grows by {200 - 20 / 0.150:.0f} a second"

    q = "How does dynamic batching"
    duration = lambda b: 8 + 0.5 * b
    yield q, f"$1000/8.5 = {1000 / duration(1):.0f}$"
    yield q, f"$1000 * 16/16 = {1000 * 16 / duration(16):.0f}$"

    q = "Each of 50 shards"
    yield q, f"$0.99^{{50}} = {0.99**50:.3f}$"
    yield q, f"$1 - 0.605 = {1 - 0.99**50:.3f}$"
    yield q, f"$0.99^{{1/50}} = {100 * 0.99 ** (1 / 50):.2f} \\%$"

    q = "What is worth caching"
    yield q, f"a factor of {1 / (1 - 0.6):.1f}"
    yield q, f"$0.6 * 5 + 0.4 * 205 = {0.6 * 5 + 0.4 * 205:.0f}$"

    q = "Why is scaling GPU model servers"
    yield q, f"{14e9 / 1e9:.0f} s; from a slow object store at 100 MB/s, {14e9 / 100e6:.0f} s"

    q = "How do data drift and concept drift differ"
    even = [0.25] * 4
    yield q, f"== {psi(even, [0.20, 0.25, 0.25, 0.30]):.3f}"
    yield q, f"== {psi(even, [0.10, 0.20, 0.30, 0.40]):.3f}"


def dcg(grades):
    return sum(g / log2(rank + 1) for rank, g in enumerate(grades, start=1))


def recommenders():
    q = "Why do large recommenders work in stages"
    yield q, f"would take {5_000_000 * 10e-6:.0f} seconds; scoring 500 takes {500 * 10e-6 * 1000:.0f} ms"

    q = "A new item has no interactions yet"
    yield q, f"Beta(1, 6), mean {1 / 7:.3f}"
    yield q, f"Beta(1, 501), mean {1 / 502:.3f}"
    yield q, f"$0.9^6 = {100 * (1 - 0.1) ** 6:.0f} \\%$"  # the chance that Beta(1, 6) exceeds 0.1

    yield "How does a two-tower model", f"$\\ln 100 = {log(100):.1f}$"

    q = "Compute DCG and nDCG"
    grades = [3, 0, 2, 1]
    ideal = sorted(grades, reverse=True)
    yield q, f"(DCG) is {dcg(grades):.3f}, the best possible order 3, 2, 1, 0 has {dcg(ideal):.3f}"
    yield q, f"(nDCG), is {dcg(grades) / dcg(ideal):.3f}"
    yield q, "1, {:.3f}, 2 and {:.3f}".format(log2(3), log2(5))

    yield "Clicks depend on the position", f"$1/0.2 = {1 / 0.2:.0f}$"

    yield "Why must a click model", f"$q = 0.2/(0.2 + 0.8/0.05) = {0.2 / (0.2 + 0.8 / 0.05):.4f}$"


def system_design():
    q = "How would you design a system that decides"
    yield q, f"about {2000 * 0.001:.0f} frauds a second, so even 1 % false alarms means {0.01 * 2000:.0f} wrong"

    q = "Design the ranking of a social network"
    yield q, f"$10^9/86400 = {100e6 * 10 / 86400:,.0f}$"
    yield q, f"{100e6 * 10 / 86400 * 300 / 1e6:.1f} million posts a second"

    yield "Design the suggestions that appear", f"are {10_000_000 * 25 / 1e6:.0f} MB"

    yield "Design an assistant that answers employees", f"that is {2_000_000 * 10 * 768 / 1e9:.1f} GB"

    q = "Design a system that finds harmful posts"
    yield q, f"or {100 * 20_000 / 50_000_000:.2f} %"
    yield q, f"$50 * 10^6/86400 = {50e6 / 86400:.0f}$"

    q = "Design a service that tells whether an uploaded picture"
    yield q, f"take {1e9 * 256 * 4 / 1e9:,.0f} GB; product-quantized to 32 bytes they take {1e9 * 32 / 1e9:.0f} GB"
    yield q, f"$10^9 * 32/65536 = {1e9 * 32 / 65536:,.0f}$"

    q = "Design click prediction for an ad auction"
    yield q, f"is {100_000 * 200 // 1_000_000} million scores a second"
    yield q, f"is {500e6 * 16 * 2 / 1e9:.0f} GB"

    q = "Design a camera system"
    defects, alarms = 5 * 3600 / 2000, 0.01 * 5 * 3600
    yield q, f"$5 * 3600/2000 = {defects:.0f}$"
    yield q, f"about {alarms:.0f} false alarms an hour against {0.95 * defects:.2f} true ones"
    yield q, f"precision is about {100 * 0.95 * defects / (0.95 * defects + alarms):.1f} %"
    yield q, f"below {100 * 0.95 * defects / (5 * 3600):.2f} %"


def data_engineering():
    q = "How large must a Bloom filter be"
    bits = -10_000_000 * log(0.01) / log(2) ** 2
    yield q, f"About {bits / 8 / 1e6:.0f} MB: {bits / 1e7:.1f} bits for each key with {bits / 1e7 * log(2):.0f} hash functions"
    yield q, f"that is {bits / 1e6:.1f} million bits"
    yield q, f"it is about {100 * (1 - exp(-7 * 2e7 / bits)) ** 7:.0f} %"

    yield "Your query is slow", f"$200^3 = {200**3 // 1_000_000}$ million"

    q = "One task of a distributed join"
    yield q, f"sends {1_000_000_000 // 10 // 1_000_000} million to one task"
    yield q, f"20 tasks of {1_000_000_000 // 10 // 20 // 1_000_000} million"


def responsible_ai():
    q = "Why can a score not be equally calibrated"
    false_positive_rate = lambda base: base / (1 - base) * (1 - 0.8) / 0.8 * (1 - 0.2)
    yield q, f"$1 * 0.25 * 0.8 = {false_positive_rate(0.5):.2f}$"
    yield q, f"$0.25 * 0.25 * 0.8 = {false_positive_rate(0.2):.2f}$"

    q = "A model invites 60 of 100"
    error = sqrt(0.5 * 0.5 * (1 / 100 + 1 / 100))
    yield q, f"$0.40/0.60 = {0.40 / 0.60:.2f}$"
    yield q, f"= {error:.3f}$, so $z = {0.20 / error:.2f}$"

    q = "What does differential privacy promise"
    yield q, f"$sensitivity/\\epsilon = 1/0.5 = {1 / 0.5:.0f}$"
    yield q, f"$2 \\sqrt{{2}} = {2 * sqrt(2):.2f}$"
    yield q, f"$\\epsilon = {20 * 0.5:.0f}$ by simple composition, and $e^{{10}} = {exp(10):.0f}$"

    q = "Compute the Shapley values"
    nothing, a, b, both = 10, 16, 12, 24
    yield q, f"the average is {((a - nothing) + (both - b)) / 2}"
    yield q, f"$(2 + 8)/2 = {((b - nothing) + (both - a)) / 2}$"
    yield q, "(6 more than the single effects)"
    assert both - nothing - (a - nothing) - (b - nothing) == 6

    q = "Names were removed from a medical table"
    cells = 365 * 80 * 2
    yield q, f"$365 * 80 * 2 = {cells:,}$"
    yield q, f"$(1 - 1/58400)^{{9999}} = {(1 - 1 / cells) ** 9999:.2f}$"
    yield q, f"there are {80 * 2} combinations and about {10_000 / (80 * 2):.0f} people"

    yield "What does federated learning keep private", f"is {10e6 * 4 / 1e6:.0f} MB"

    q = "Why can a change that nobody sees"
    yield q, f"$1000 * 0.05 * 0.02 = {1000 * 0.05 * 0.02}$"
    yield q, f"$\\sqrt{{1000}} * 0.05 * 0.02 = {sqrt(1000) * 0.05 * 0.02:.3f}$"

    assert 1 - 0.5 / 6 >= 11 / 12
    yield '"A person makes the final decision."', "at least eleven of twelve errors"


def behavioural():
    q = "How would you explain to a non-technical executive"
    yield q, f"means {10_000 * 8 // 100} wrong ones"
    yield q, f"so {500 * 120:,} a month"

    q = "You are told: use AI"
    yield q, f"that is {30_000 * 35 // 100:,} tickets and {30_000 * 35 // 100 * 4 // 60} hours"

    q = "Three teams want your model work"
    yield q, f"gives {300_000 * 30 // 100 // 6:,} a week"
    yield q, f"gives {120_000 * 80 // 100 // 3:,}"
    yield q, f"gives {40_000 * 90 // 100 // 2:,}"

    yield "How long will the model take?", f"say {2 + 3 + 4} to {4 + 6 + 4} weeks"
