package dev.bridle.study.run;

/** Is told how far a study has come, from any of its threads. */
public interface StudyListener {
  /** Wants to know nothing. */
  StudyListener NONE =
      new StudyListener() {
        @Override
        public void onPhase(String what, int units, int done) {}

        @Override
        public void onUpdates(long modelSteps) {}
      };

  /**
   * A phase begins.
   *
   * @param what in a few words: {@code choosing strengths}
   * @param units trainings of this phase
   * @param done of them known already from an earlier run
   */
  void onPhase(String what, int units, int done);

  /** So many more updates of single networks are done. */
  void onUpdates(long modelSteps);
}
