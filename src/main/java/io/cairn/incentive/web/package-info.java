/** Pages and JSON of bonus targets, payout curves and payouts. */
@NullMarked
package io.cairn.incentive.web;

import org.jspecify.annotations.NullMarked;
