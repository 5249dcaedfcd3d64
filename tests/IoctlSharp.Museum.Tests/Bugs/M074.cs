// M074: A call that a signal ends is not made again, or for ever
// Seen in: libusb#1309; libnvme#987; dotnet/runtime#82173
// Outcome: RunTime IoctlSharp.Calls.Tests.ResultTests.EINTR_is_retried_where_the_declaration_says_so

// Whether a command may be made again is the driver's to say: Retry = true on its declaration, and no loop at any call. What that does under a storm of signals only a run can show.
