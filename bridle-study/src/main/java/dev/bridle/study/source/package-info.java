/** Where the data of replicates come from: generators, tables, images and time series. */
@NullMarked
package dev.bridle.study.source;

import org.jspecify.annotations.NullMarked;
