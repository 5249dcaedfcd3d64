using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("IoctlSharp.Analyzers.Tests")]
