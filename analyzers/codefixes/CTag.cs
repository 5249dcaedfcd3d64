using IoctlSharp.Generator.Reading;

namespace IoctlSharp.CodeFixes;

/// <summary>The C tag that a type's name says: <c>VfioGroupStatus</c> is <c>vfio_group_status</c>. The header has the last word.</summary>
internal static class CTag
{
    public static string Of(string name) => CNameEngine.Member(name);
}
