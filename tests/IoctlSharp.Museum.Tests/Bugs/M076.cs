// M076: An interrupt is bound anew instead of unmasked
// Seen in: DPDK 89aac60e0b
// Outcome: RunTime IoctlSharp.Vfio.Tests.InterruptTests.A_pin_interrupt_is_masked_until_it_is_unmasked_by_ioctl

// Both calls are right, and only one is quick: what is called how often a compiler does not know. Unmasking has a method of its own, which a run shows to suffice.
