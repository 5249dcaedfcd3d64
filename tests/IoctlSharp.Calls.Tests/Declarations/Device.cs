using System;

namespace IoctlSharp.Calls.Tests.Declarations;

public sealed class Device(IntPtr fd, bool ownsHandle) : DeviceHandle(fd, ownsHandle);
