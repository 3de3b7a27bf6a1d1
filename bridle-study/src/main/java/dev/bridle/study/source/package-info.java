/** Where the data of replicates come from: generators and tables. */
@NullMarked
package dev.bridle.study.source;

import org.jspecify.annotations.NullMarked;
