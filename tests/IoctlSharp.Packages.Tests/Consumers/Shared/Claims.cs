using System;
using System.IO;
using System.Reflection;
using System.Runtime.Versioning;
using IoctlSharp;

namespace Terminals
{
    /// <summary>What must be true of a consumer: a claim that does not hold ends the program with status 1.</summary>
    public static class Claims
    {
        private static int s_count;

        /// <summary>Compares.</summary>
        /// <typeparam name="T">What is compared.</typeparam>
        /// <param name="claim">What is claimed.</param>
        /// <param name="actual">What is.</param>
        /// <param name="expected">What should be.</param>
        public static void Same<T>(string claim, T actual, T expected)
        {
            s_count++;
            if (!Equals(actual, expected))
                throw new InvalidOperationException($"{claim}: {actual}, not {expected}");
        }

        /// <summary>Says how many claims held, on which runtime, and which of the package's assemblies was loaded.</summary>
        /// <param name="output">Where to.</param>
        public static void Report(TextWriter output)
        {
            Assembly loaded = typeof(DeviceHandle).Assembly;
            string? target = loaded.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName;
            output.WriteLine("asset: " + target);
            output.WriteLine("runtime: " + (Type.GetType("Mono.Runtime") is null ? ".NET" : "Mono") + " " + Environment.Version.Major);
            output.WriteLine("claims: " + s_count);
        }
    }
}
