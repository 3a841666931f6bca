package io.cairn.incentive;

import java.util.List;

/**
 * What hangs on payouts in a module above; called as the system, in the transaction that changed them. Of a run that is paid
 * each batch is one transaction and one call.
 */
public interface PayoutFollower {
    void changed(List<PayoutChange> changes);
}
