/**
 * How fast it is: workloads through the public training path, beside the limits of the machine and
 * beside other libraries.
 *
 * <p>{@code bridle-bench/run} builds what is missing and starts {@link dev.bridle.bench.Bench}:
 *
 * <pre>{@code
 * bridle-bench/run steps                            all sizes, populations and workers: 10 minutes
 * bridle-bench/run steps --sizes tiny --workers 2   some of them
 * bridle-bench/run regularizers                     what each regularizer adds to a step
 * bridle-bench/run study digits.csv                 360 trainings, twice
 * bridle-bench/run kernels Mask                     single kernels, by JMH
 * bridle-bench/beside-peers.sh                      the same workloads on other libraries too
 * }</pre>
 *
 * <p>Without the script, in the folder of the project:
 *
 * <pre>{@code
 * mvn -q -Dquick -pl bridle-bench -am package
 * java -XX:+UseSerialGC -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
 *   --enable-native-access=ALL-UNNAMED \
 *   -cp bridle-bench/target/quick/bridle-bench.jar:$(cat bridle-bench/target/quick/classpath.txt) \
 *   dev.bridle.bench.Bench steps
 * }</pre>
 *
 * <p>{@code steps}, {@code regularizers} and {@code study} take {@code --json}. What they print
 * holds for the machine and the moment: compare within one run, and times with the bounds of the
 * same run.
 */
@NullMarked
package dev.bridle.bench;

import org.jspecify.annotations.NullMarked;
