package io.cairn.incentive.web;

import io.cairn.incentive.Calculation;
import io.cairn.incentive.IncentiveProblem;
import io.cairn.incentive.Payout;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Ratio;
import io.cairn.organization.Organizations;
import io.cairn.web.Refuses;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The calculator of payouts as JSON. */
@RestController
@Refuses(IncentiveProblem.class)
class PayoutCalculationApi {
    private final Organizations organizations;

    PayoutCalculationApi(Organizations organizations) {
        this.organizations = organizations;
    }

    /**
     * What comes of a calculation.
     *
     * @param planFactor gate × Σ weight × factor
     * @param paidFactor the same with modifier and cap
     * @param capped whether the plan's cap took something
     * @param total the sum of the lines' rounded amounts
     */
    record Calculated(
            List<CalculatedLine> lines,
            @Ratio BigDecimal planFactor,
            @Ratio BigDecimal paidFactor,
            boolean capped,
            BigDecimal total,
            String currency,
            Explained<BigDecimal> explanation) {

        static Calculated of(Payout payout) {
            var part = payout.parts().getFirst();
            return new Calculated(
                    payout.lines().stream().map(CalculatedLine::of).toList(),
                    part.factor(),
                    part.paid(),
                    part.capped(),
                    payout.total().amount(),
                    payout.total().currency().getCurrencyCode(),
                    payout.explained());
        }
    }

    /**
     * What one objective pays.
     *
     * @param weight in percent
     * @param attainment as a share
     * @param factor what the curve and the objective's cap make of it
     */
    record CalculatedLine(
            BigDecimal weight,
            @Ratio @Nullable BigDecimal attainment,
            @Ratio @Nullable BigDecimal factor,
            @Nullable Boolean met,
            BigDecimal amount) {

        static CalculatedLine of(Payout.Line line) {
            return new CalculatedLine(
                    line.weight(),
                    line.attainment(),
                    line.factor(),
                    line.met(),
                    line.amount().amount());
        }
    }

    /** Works out a payout and explains it to the cent. Nothing is stored. */
    @PostMapping("/api/v1/payout-calculations")
    Calculated calculate(@RequestBody Calculation calculation) {
        return Calculated.of(calculation.payout(organizations.require().currency()));
    }
}
