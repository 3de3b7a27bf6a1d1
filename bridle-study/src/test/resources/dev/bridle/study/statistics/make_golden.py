"""Writes the reference numbers of the statistics tests: golden.json and model_scores.json.

Run beside this file with Python 3.11, SciPy 1.17.1, NumPy 2.4.6, scikit-learn 1.9.1 and mpmath:

    python make_golden.py

What comes from where:

- t_tails, t_quantiles, power: mpmath at 40 digits from the defining integrals, no SciPy involved.
- samples: SciPy's ttest_1samp (which ttest_rel is on differences), wilcoxon, permutation_test with
  permutation_type="samples" and all resamples, bootstrap with method="BCa" and 200,000 resamples.
  "corn" is the example of SciPy's help page of wilcoxon (Darwin's plants), whose printed statistic
  and p-value are 24.0 and 0.041259765625.
- bca_ideal: the BCa formula at 40 digits on all n^n equally likely resamples.
- wilson: SciPy's binomtest(...).proportion_ci(method="wilson").
- model_scores.json: the AUC of four models in 10 x 10-fold cross-validation, recomputed from
  scikit-learn's example "Statistical comparison of models using grid search"
  (https://scikit-learn.org/1.0/auto_examples/model_selection/plot_grid_search_stats.html). The
  test compares with the numbers which that page prints.

holm.json is not written here: its numbers are copied from where it says.
"""

import itertools
import json

import mpmath as mp
import numpy as np
from scipy import stats

mp.mp.dps = 40

SAMPLES = {
    "corn": [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75],
    "small": [0.031, -0.012, 0.044, 0.02, 0.018],
    "coarse with ties and zeros": [0.02, 0.04, 0.0, -0.02, 0.02, 0.06, 0.0, 0.02, -0.04, 0.02, 0.04],
    "normal, ten": np.round(np.random.default_rng(1).normal(0.4, 1, 10), 6).tolist(),
    "skewed, fifteen": np.round(np.random.default_rng(2).exponential(1, 15) - 0.6, 6).tolist(),
    "normal, twenty": np.round(np.random.default_rng(3).normal(-0.5, 1, 20), 6).tolist(),
    "normal, thirty": np.round(np.random.default_rng(4).normal(0.3, 1, 30), 6).tolist(),
    "eighty, with ties": np.round(np.random.default_rng(5).normal(0.02, 0.1, 80), 2).tolist(),
}


def upper_tail(t, df):
    """P(T > t) for t >= 0, by the regularised incomplete beta function."""
    t, df = mp.mpf(t), mp.mpf(df)
    return mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2


def quantile(upper, df):
    guess = mp.mpf(float(stats.t.isf(float(upper), df)))
    return mp.findroot(lambda t: upper_tail(t, df) - upper, guess)


def noncentral_tail(t, df, shift):
    """P((Z + shift) / sqrt(V / df) > t), integrated over u = sqrt(V / df)."""
    def integrand(u):
        density = 2 * mp.power(df / mp.mpf(2), df / mp.mpf(2)) / mp.gamma(df / mp.mpf(2))
        density *= mp.power(u, df - 1) * mp.exp(-df * u * u / 2)
        return mp.ncdf(shift - t * u) * density
    width = 12 / mp.sqrt(2 * df)
    points = sorted({max(mp.mpf(0), 1 - width), max(mp.mpf(0), 1 - width / 3), mp.mpf(1), 1 + width / 3, 1 + width})
    return mp.quad(integrand, points)


def power(n, effect, alpha, ratio):
    shift = mp.mpf(effect) / mp.sqrt(mp.mpf(1) / n + mp.mpf(ratio))
    critical = quantile(mp.mpf(alpha) / 2, n - 1)
    return noncentral_tail(critical, n - 1, shift) + noncentral_tail(critical, n - 1, -shift)


def digits(x, n=30):
    return mp.nstr(x, n)


def t_tails():
    cases = [(df, t) for df in (1, 2, 4, 9, 14, 29, 99) for t in ("0.1", "1", "2.5", "6", "20")]
    return [{"df": df, "t": t, "two_sided": digits(2 * upper_tail(t, df))} for df, t in cases]


def t_quantiles():
    cases = [(df, upper) for df in (1, 4, 9, 14, 19, 99) for upper in ("0.05", "0.025", "0.0025", "0.00125")]
    return [{"df": df, "upper": upper, "quantile": digits(quantile(mp.mpf(upper), df))} for df, upper in cases]


def powers():
    table = [(n, d, a, "0") for n in (5, 10, 15, 20, 30) for d in ("1", "0.5") for a in ("0.05", "0.005", "0.0025")]
    more = [(2, "1", "0.05", "0"), (3, "2", "0.05", "0"), (15, "1", "0.05", "0.25"), (15, "2", "0.00384615", "0.25"),
            (500, "0.1", "0.05", "0"), (15, "0", "0.05", "0")]
    return [{"n": n, "effect": d, "alpha": a, "ratio": r, "power": digits(power(n, d, a, r), 15)} for n, d, a, r in table + more]


def sample(name, values):
    d = np.array(values, dtype=float)
    t = stats.ttest_1samp(d, 0)
    interval = t.confidence_interval(0.95)
    bca = stats.bootstrap((d,), np.mean, method="BCa", n_resamples=200_000, batch=10_000, confidence_level=0.95,
                          rng=np.random.default_rng(7))
    out = {"name": name, "values": values, "t": float(t.statistic), "t_p": float(t.pvalue),
           "t_low": float(interval.low), "t_high": float(interval.high),
           "bca_low": float(bca.confidence_interval.low), "bca_high": float(bca.confidence_interval.high),
           "bca_error": float(bca.standard_error)}
    # exact up to 50 differences, by permutation where there are ties or zeros; else the normal one
    rank = stats.wilcoxon(d, zero_method="wilcox", method="auto", correction=False)
    out |= {"rank_statistic": float(rank.statistic), "rank_p": float(rank.pvalue)}
    if len(d) <= 20:
        flip = stats.permutation_test((d,), lambda x, axis: np.mean(x, axis=axis), permutation_type="samples",
                                      vectorized=True, n_resamples=np.inf, batch=20_000, alternative="two-sided")
        out["flip_p"] = float(flip.pvalue)
    return out


def bca_ideal(values, level):
    x = [mp.mpf(str(v)) for v in values]
    n = len(x)
    mean = sum(x) / n
    means = sorted(sum(r) / n for r in itertools.product(x, repeat=n))
    tiny = mp.mpf(10) ** -30
    below = sum(1 if m < mean - tiny else mp.mpf("0.5") if m <= mean + tiny else 0 for m in means)
    bias = mp.sqrt(2) * mp.erfinv(2 * mp.mpf(below) / len(means) - 1)
    a = sum((v - mean) ** 3 for v in x) / (6 * sum((v - mean) ** 2 for v in x) ** mp.mpf("1.5"))
    z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))
    ends = []
    for side in (-z, z):
        share = mp.ncdf(bias + (bias + side) / (1 - a * (bias + side)))
        place = share * (len(means) - 1)
        i = int(mp.floor(place))
        ends.append(means[i] + (place - i) * (means[min(i + 1, len(means) - 1)] - means[i]))
    return {"values": values, "level": level, "low": digits(ends[0], 17), "high": digits(ends[1], 17)}


def wilson():
    cases = [(0, 10, 0.95), (3, 15, 0.95), (12, 15, 0.95), (15, 15, 0.95), (7, 20, 0.99)]
    out = []
    for k, n, level in cases:
        ci = stats.binomtest(k, n).proportion_ci(confidence_level=level, method="wilson")
        out.append({"successes": k, "trials": n, "level": level, "low": float(ci.low), "high": float(ci.high)})
    return out


def model_scores():
    from sklearn.datasets import make_moons
    from sklearn.model_selection import GridSearchCV, RepeatedStratifiedKFold
    from sklearn.svm import SVC

    x, y = make_moons(noise=0.352, random_state=1, n_samples=100)
    grid = [{"kernel": ["linear"]}, {"kernel": ["poly"], "degree": [2, 3]}, {"kernel": ["rbf"]}]
    folds = RepeatedStratifiedKFold(n_splits=10, n_repeats=10, random_state=0)
    found = GridSearchCV(SVC(random_state=0), grid, scoring="roc_auc", cv=folds).fit(x, y).cv_results_
    names = ["linear", "2_poly", "3_poly", "rbf"]
    return {name: [round(float(found[f"split{s}_test_score"][i]), 10) for s in range(100)] for i, name in enumerate(names)}


def write(name, value):
    with open(name, "w", encoding="utf-8", newline="\n") as file:
        parts = []
        for key, rows in value.items():
            parts.append(f' "{key}": [\n' + ",\n".join("  " + json.dumps(row) for row in rows) + "\n ]")
        file.write("{\n" + ",\n".join(parts) + "\n}\n")


if __name__ == "__main__":
    write("golden.json", {
        "t_tails": t_tails(),
        "t_quantiles": t_quantiles(),
        "power": powers(),
        "samples": [sample(name, values) for name, values in SAMPLES.items()],
        "bca_ideal": [bca_ideal([0.031, -0.012, 0.044, 0.02, 0.018], 0.95),
                      bca_ideal([0.5, 0.1, 0.2, 4.0, -0.3, 0.7], 0.9),
                      bca_ideal([1.0, 2.0, 4.0, 8.0], 0.99)],
        "wilson": wilson(),
    })
    with open("model_scores.json", "w", encoding="utf-8", newline="\n") as file:
        rows = [f' "{name}": {json.dumps(scores)}' for name, scores in model_scores().items()]
        file.write("{\n" + ",\n".join(rows) + "\n}\n")
