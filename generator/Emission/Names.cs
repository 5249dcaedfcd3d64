namespace IoctlSharp.Generator.Emission;

/// <summary>Names of the runtime and the framework as emitted code writes them: always from the root, so that no user type can come between.</summary>
public static class Names
{
    public const string Runtime = "global::IoctlSharp";
    public const string Interop = "global::IoctlSharp.Interop";

    public const string ProcessAbi = Interop + ".ProcessAbi";
    public const string IoctlNumber = Interop + ".IoctlNumber";
    public const string IoctlCall = Interop + ".IoctlCall";
    public const string CallBuffer = Interop + ".CallBuffer";
    public const string ArgumentField = Interop + ".ArgumentField";
    public const string CStringArgument = Interop + ".CStringArgument";
    public const string AskAgainCall = Interop + ".AskAgainCall";
    public const string HandleResult = Interop + ".HandleResult";
    public const string HandleTail = Interop + ".HandleTail";
    public const string SpanGuard = Interop + ".SpanGuard";
    public const string LayoutGuard = Interop + ".LayoutGuard";
    public const string Untranslated = Interop + ".IUntranslated";
    public const string KernelText = Interop + ".KernelText";

    public const string BorrowedFd = Runtime + ".BorrowedFd";
    public const string Errno = Runtime + ".Errno";
    public const string IoctlCommand = Runtime + ".IoctlCommand";
    public const string IoctlException = Runtime + ".IoctlException";
    public const string IoctlMacro = Runtime + ".IoctlMacro";
    public const string Since = Runtime + ".Since";
    public const string KernelBuffer = Runtime + ".KernelBuffer";

    public const string MemoryMarshal = "global::System.Runtime.InteropServices.MemoryMarshal";
    public const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";
    public const string StructLayout = "global::System.Runtime.InteropServices.StructLayout";
    public const string LayoutKind = "global::System.Runtime.InteropServices.LayoutKind";
    public const string SupportedOSPlatform = "[global::System.Runtime.Versioning.SupportedOSPlatform(\"linux\")]";
    public const string UnscopedRef = "[global::System.Diagnostics.CodeAnalysis.UnscopedRef]";

    /// <summary>A field within its struct: what an accessor or a parameter could be called as well says whose it is.</summary>
    public static string Own(string field) => field is "@value" or "value" or "index" or "source" or "destination" or "@field" ? "this." + field : field;

    // Not [GeneratedCode]: a debugger and a profiler should step through emitted code as through the user's.
    public const string CompilerGenerated = "[global::System.Runtime.CompilerServices.CompilerGenerated]";
}
