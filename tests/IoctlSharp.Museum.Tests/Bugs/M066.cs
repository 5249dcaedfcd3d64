// M066: A variadic function is called where its convention is another
// Seen in: dotnet/runtime#48752; ironpython3#1903
// Outcome: RunTime IoctlSharp.Museum.Tests.PlatformTests.Every_call_says_that_it_is_for_Linux

// Every generated call says that it is for Linux, so that the SDK's own analyzer reports a call without a guard; the runtime's import is the same on all of Linux.
