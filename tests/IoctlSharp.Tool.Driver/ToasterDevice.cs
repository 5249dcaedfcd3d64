using System;
using IoctlSharp;

namespace Toaster;

/// <summary>An open toaster.</summary>
public sealed class ToasterDevice(IntPtr fd, bool ownsHandle) : DeviceHandle(fd, ownsHandle);
