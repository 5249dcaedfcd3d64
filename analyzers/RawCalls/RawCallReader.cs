using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Recognises calls of libc's <c>ioctl</c>, made directly or through a method that passes its parameters on.</summary>
internal sealed class RawCallReader(ForwardingReader forwarding)
{
    /// <summary>The call; null when it is another one.</summary>
    public RawCallModel? Read(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isImport = RawImportReader.IsIoctl(method);
        ForwardingModel? parameters = isImport ? (method.Parameters.Length == 3 ? ForwardingModel.Import : ForwardingModel.ShortImport) : forwarding.Read(method);
        if (parameters is null || Argument(call, parameters.Request) is not { } request)
            return null;
        IArgumentOperation? argument = Argument(call, parameters.Argument);
        PassedArgumentModel passed = argument is not null ? PassedArgumentReader.Read(argument, parameters.IsByAddress)
            : isImport ? new PassedArgumentModel(ArgumentForm.None, null, 0, null, false)
            : PassedArgumentModel.Unknown;
        return new RawCallModel(isImport ? call : null, request.Value, (argument?.Syntax ?? call.Syntax).GetLocation(), passed);
    }

    private static IArgumentOperation? Argument(IInvocationOperation call, int ordinal)
        => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal);
}
