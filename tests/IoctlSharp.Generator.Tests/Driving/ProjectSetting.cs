using System.Linq;
using System.Reflection;

namespace IoctlSharp.Generator.Tests.Driving;

/// <summary>What the project file says to its tests.</summary>
internal static class ProjectSetting
{
    public static string Of(string name) => typeof(ProjectSetting).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;
}
