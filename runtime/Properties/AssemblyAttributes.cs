using System.Runtime.CompilerServices;

#if NET
[assembly: DisableRuntimeMarshalling]
#endif
[assembly: InternalsVisibleTo("IoctlSharp.Runtime.Tests")]
