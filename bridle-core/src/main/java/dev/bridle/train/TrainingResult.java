package dev.bridle.train;

import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.metric.Predictions;
import dev.bridle.metric.Scores;
import dev.bridle.model.TrainedNetwork;

/**
 * What a training leaves behind, in Java numbers.
 *
 * @param network the trained network, of the best weights where the recipe stops early
 * @param outcome how it ended
 * @param history losses over the epochs
 * @param ledger what each penalty amounts to
 * @param train scores on the training part
 * @param validation scores on the validation part
 * @param test scores on the test part
 * @param testPredictions what the network says about the rows of the test part
 * @param diagnostics what the recipe did to the network, and what is to be said about that
 */
public record TrainingResult(
    TrainedNetwork network,
    Outcome outcome,
    History history,
    Ledger ledger,
    Scores train,
    Scores validation,
    Scores test,
    Predictions testPredictions,
    Diagnostics diagnostics) {}
