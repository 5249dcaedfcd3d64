// M075: An expected error is taken for a fatal one, or lost
// Seen in: DPDK 6fb00f8bae; rust-vmm/vfio#13, #50
// Outcome: RunTime IoctlSharp.Runtime.Tests.IoctlCommandTests.An_exception_says_command_error_and_meaning

// Which errors a caller expects is the caller's to say: by the Try form. That no error is lost (command, name and number of the error, what the kernel means by it) only a run can show.
