using System.Collections.Generic;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Tool.Model;

/// <summary>One command on one kind of file.</summary>
/// <param name="CName">The C name.</param>
/// <param name="CsName">The first method that makes it.</param>
/// <param name="Header">The header that defines it; empty when not stated.</param>
/// <param name="FileKind">The kind of file that takes it, as in <c>container</c>.</param>
/// <param name="FileType">The C# type of that file.</param>
/// <param name="Struct">The tag of the struct that it takes; empty when it takes none.</param>
/// <param name="Numbers">Its number, where it has one that is known before the call.</param>
internal sealed record DeclaredCommandModel(
    string CName,
    string CsName,
    string Header,
    string FileKind,
    string FileType,
    string Struct,
    IReadOnlyDictionary<LinuxAbi, uint> Numbers);
