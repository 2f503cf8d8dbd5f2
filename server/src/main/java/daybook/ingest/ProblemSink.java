package daybook.ingest;

/** Takes the problems of an import one by one, so that millions of them need no memory. */
@FunctionalInterface
public interface ProblemSink {

  /** Takes a problem. */
  void accept(ImportProblem problem);
}
