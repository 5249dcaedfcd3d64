namespace IoctlSharp.Generator.Model;

/// <summary>A struct whose bytes are not where the kernel looks for them, in some 32-bit processes.</summary>
/// <param name="CName">The C tag.</param>
/// <param name="DiffersFromC">The CLR gives it another layout on i386 than C.</param>
/// <param name="IsMisreadOnIlp32">A 64-bit kernel misreads it of ILP32 processes, as it does not translate it.</param>
/// <param name="IsMisreadOnI386">The same of i386 processes.</param>
public sealed record LayoutGuardModel(string CName, bool DiffersFromC, bool IsMisreadOnIlp32, bool IsMisreadOnI386)
{
    public bool IsMisread => IsMisreadOnIlp32 || IsMisreadOnI386;
}
