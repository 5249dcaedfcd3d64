using System;

namespace IoctlSharp;

/// <summary>A <c>byte</c> parameter that is added to the command's number, as in <c>EVIOCGBIT(ev, len)</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class NumberAttribute : Attribute;
