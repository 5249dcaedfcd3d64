using System;

namespace IoctlSharp.Tool;

/// <summary>Why the tool cannot do what it was asked to: one sentence for whoever typed the command.</summary>
internal sealed class ToolException(string message) : Exception(message);
