using System;

namespace IoctlSharp.Tests;

/// <summary>
/// A test that runs in a virtual machine makes this call there. The table of commands (tests/IoctlSharp.Iommufd.Tests/Table) is generated from these
/// marks, and refuses one whose test does not reach a shipped call of that command.
/// </summary>
/// <param name="name">The C name of the command, or of the device feature.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string name) : Attribute
{
    /// <summary>The C name of the command, or of the device feature.</summary>
    public string Name { get; } = name;

    /// <summary>The error that the test asserts, where no test machine has what the command is for.</summary>
    public Errno Refused { get; set; }
}
