package dev.bridle.cli;

import dev.bridle.text.Suggestion;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong, in one paragraph on standard error, and which exit code that is. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Bridle bridle;

  Complaints(Bridle bridle) {
    this.bridle = bridle;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    say(misread(e), e);
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult read) {
    if (e instanceof CommandException expected) {
      say(String.valueOf(e.getMessage()), e);
      return expected.code();
    }
    return internal(e);
  }

  /** Something that should not have happened. */
  int internal(Throwable e) {
    String name = e.getClass().getSimpleName();
    String message = e.getMessage() == null ? name : name + ": " + firstLine(e.getMessage());
    say("internal error: " + message + advice(e), e);
    return ExitCode.INTERNAL;
  }

  private static String advice(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return "; JAVA_OPTS=-Xmx8g gives Java more memory";
    }
    return e instanceof LinkageError
        ? "; is libtorch's native library for this machine on the class path?"
        : "; --debug shows where it arose";
  }

  private void say(String message, Throwable e) {
    PrintWriter err = bridle.console().err();
    err.println("bridle: " + message);
    if (bridle.debug()) {
      e.printStackTrace(err);
    }
    err.flush();
  }

  private static String misread(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return name(missing.getMissing().get(0)) + ": expected a value after it";
    }
    if (e instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is written twice";
    }
    ArgSpec argument = e.getArgSpec();
    if (e.getCause() instanceof TypeConversionException refused && argument != null) {
      return name(argument) + " = " + e.getValue() + ": " + refused.getMessage();
    }
    return firstLine(String.valueOf(e.getMessage()));
  }

  private static String unknown(String argument, CommandSpec command) {
    if (argument.startsWith("-")) {
      return unknownOption(argument.replaceFirst("(?s)=.*", ""), command);
    }
    if (command.parent() == null) {
      List<String> verbs = List.copyOf(command.subcommands().keySet());
      return "verb \"" + argument + "\": " + Suggestion.expected(argument, verbs);
    }
    return "argument \""
        + argument
        + "\": expected options only here; a text with spaces needs quotes around it";
  }

  private static String unknownOption(String option, CommandSpec command) {
    for (CommandLine verb : command.subcommands().values()) {
      if (verb.getCommandSpec().optionsMap().containsKey(option)) {
        String usage = verb.getCommandSpec().qualifiedName();
        return "option " + option + ": expected after a verb, as in " + usage + " " + option;
      }
    }
    List<String> options = command.optionsMap().keySet().stream().sorted().toList();
    return "unknown option "
        + option
        + Suggestion.hint(option, options).replaceFirst("^$", ".")
        + " "
        + command.qualifiedName()
        + " --help lists them all";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
