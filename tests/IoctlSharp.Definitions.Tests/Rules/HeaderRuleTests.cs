using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using IoctlSharp.Definitions.Tests.Header;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Rules;

/// <summary>Every rule that a comment of the kernel's headers states has an answer: the contract of a declaration, or the reason that none does.</summary>
public sealed partial class HeaderRuleTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly s_definitions = typeof(VfioIoctls).Assembly;

    private static readonly Dictionary<string, Type> s_structs = s_definitions.GetTypes()
        .Where(type => type.GetCustomAttribute<KernelStructAttribute>()?.CName is { Length: > 0 })
        .ToDictionary(type => type.GetCustomAttribute<KernelStructAttribute>()!.CName!);

    [Fact]
    public void Each_sentence_has_an_answer_and_each_answer_a_sentence()
    {
        Assert.SkipUnless(KernelHeaders.AreNewest, KernelHeaders.WhyNotNewest);
        IReadOnlyDictionary<HeaderRule, string> answers = RuleAnswerReader.Read();
        HeaderRule[] rules = [.. KernelHeaders.Names.SelectMany(HeaderRuleReader.Read).Distinct()];
        rules.Length.ShouldBeGreaterThan(100);
        rules.Where(rule => !answers.ContainsKey(rule) && !StaysZero(rule)).ShouldBeEmpty("rules.md does not answer");
        answers.Keys.Except(rules).ShouldBeEmpty("the headers do not say");
        rules.Count(StaysZero).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Each_contract_that_answers_is_declared()
    {
        IReadOnlyDictionary<HeaderRule, string> answers = RuleAnswerReader.Read();
        (HeaderRule Rule, Match Contract)[] contracts = [.. answers.SelectMany(answer => Contract().Matches(answer.Value).Select(match => (answer.Key, match)))];
        contracts.Length.ShouldBeGreaterThan(50);
        contracts.Where(item => !IsDeclared(item.Contract)).Select(item => $"{item.Contract.Value}: {item.Rule.Sentence}").ShouldBeEmpty();
        answers.Values.ShouldAllBe(answer => answer.Length > 8);
    }

    // A member of a struct that must be 0 is one that no caller can set.
    private static bool StaysZero(HeaderRule rule)
        => HeaderRuleReader.ZeroMember(rule) is { } member && s_structs.TryGetValue(rule.Of, out Type? type)
            && type.GetFields(Members).Any(field => CName(field) == Plain(member) && field.IsPrivate && field.GetCustomAttribute<ReservedAttribute>() is not null);

    private static string CName(FieldInfo field) => Plain(field.GetCustomAttribute<CNameAttribute>()?.Name ?? field.Name);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool IsDeclared(Match contract)
    {
        (string typeName, string memberName, string parameter, string attribute) = (contract.Groups[1].Value, contract.Groups[2].Value, contract.Groups[3].Value, contract.Groups[4].Value);
        MemberInfo[] members = s_definitions.GetTypes().Where(type => type.Name == typeName).SelectMany(type => type.GetMember(memberName, Members)).ToArray();
        IEnumerable<ICustomAttributeProvider> holders = parameter.Length == 0 ? members : members.OfType<MethodInfo>().SelectMany(method => method.GetParameters()).Where(candidate => candidate.Name == parameter);
        return holders.Any(holder => holder.GetCustomAttributes(inherit: false).Any(found => found.GetType().FullName == $"IoctlSharp.{attribute}Attribute"));
    }

    // `Type.Member` or `Type.Method(parameter)`, and `[Attribute]`.
    [GeneratedRegex(@"`(\w+)\.(\w+)(?:\((\w+)\))?` `\[(\w+)\]`")]
    private static partial Regex Contract();
}
