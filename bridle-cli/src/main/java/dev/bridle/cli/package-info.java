/**
 * The command line: reads what a user wrote, hands it to the core, and prints what comes back.
 *
 * <p>{@link dev.bridle.cli.Main} starts it and alone ends the process. {@code Bridle} is the
 * command that all verbs stand under; a verb is one class, {@code TrainCommand}, {@code
 * DataCommand}, added to the list in {@code Bridle}. Options that several verbs share are mixins
 * such as {@code PlanOptions}. Results go to standard output, everything else to standard error;
 * what is wrong is thrown as a {@code CommandException} with its exit code, and {@code Complaints}
 * says it in one paragraph. Nothing here sees a tensor.
 */
@NullMarked
package dev.bridle.cli;

import org.jspecify.annotations.NullMarked;
