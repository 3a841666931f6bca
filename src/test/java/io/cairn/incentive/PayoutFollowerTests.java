package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallPayroll;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Whoever follows payouts hears of each change as the system, within its transaction. */
@CairnTest
@Import(PayoutFollowerTests.Following.class)
@DirtiesContext
class PayoutFollowerTests {
    static final List<PayoutChange> HEARD = new ArrayList<>();
    static final List<String> SUBJECTS = new ArrayList<>();
    static boolean refuses;

    @TestConfiguration(proxyBeanMethods = false)
    static class Following {
        @Bean
        PayoutFollower listener() {
            return changes -> {
                if (refuses) {
                    throw new IllegalStateException("no");
                }
                HEARD.addAll(changes);
                SUBJECTS.add(String.valueOf(Viewing.subject()));
            };
        }
    }

    @Autowired
    Payouts payouts;

    @Autowired
    Payments payments;

    @Autowired
    SmallCompany company;

    @Autowired
    SmallPayroll payroll;

    @Test
    void everyDecisionIsToldOnceAndUndoneWhenItCannotBeFollowed() {
        var cast = company.cast();
        Viewer comp = company.with(Role.COMP);
        var month = SmallPayroll.month();
        UUID first = payroll.submitted(cast.leader(), cast.member().id(), month, "1", "2");
        UUID second = payroll.submitted(cast.leader(), cast.member().id(), month, "3", "4");
        assertThat(HEARD).isEmpty();
        Viewing.as(comp, () -> payouts.approve(comp, List.of(first)));
        Viewing.as(comp, () -> {
            payouts.reject(comp, second, "Not yet.");
            return "";
        });
        refuses = true;
        assertThatThrownBy(() -> Viewing.as(comp, () -> payments.pay(comp, List.of(first))))
                .hasMessage("no");
        assertThat(Viewing.as(comp, () -> payouts.require(first)).state()).isEqualTo(PayoutState.APPROVED);
        refuses = false;
        Viewing.as(comp, () -> payments.pay(comp, List.of(first)));
        assertThat(HEARD)
                .extracting(PayoutChange::payout, PayoutChange::before, PayoutChange::after, PayoutChange::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first, PayoutState.SUBMITTED, PayoutState.APPROVED, ""),
                        org.assertj.core.groups.Tuple.tuple(
                                second, PayoutState.SUBMITTED, PayoutState.REJECTED, "Not yet."),
                        org.assertj.core.groups.Tuple.tuple(first, PayoutState.APPROVED, PayoutState.PAID, ""));
        assertThat(HEARD).allMatch(change -> comp.id().equals(change.by()));
        assertThat(SUBJECTS).allMatch(subject -> subject.contains("System"));
    }
}
