using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using DynamoToolkit.Analyzers.Tests.Pages;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Ids, rules and tests belong together, one of each.</summary>
public sealed partial class CatalogueTests
{
    private static readonly Dictionary<string, string> Ids = typeof(RuleIds)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    [Fact]
    public void Ids_AreUniqueAndWellFormed()
    {
        Assert.Equal(Ids.Count, Ids.Values.Distinct().Count());
        Assert.All(Ids.Values, id => Assert.Matches(Id(), id));
    }

    [Fact]
    public void Ids_AllHaveARule() => Assert.Equal(Ids.Values.Order(), Catalogue.Descriptors.Select(descriptor => descriptor.Id));

    [Fact]
    public void ModelRules_AreAllListedByIdAndNamedLikeTheirIds()
    {
        var types = typeof(ModelRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ModelRule)));
        Assert.Equal(types.Select(type => type.Name).Order(), ModelRules.All.Select(rule => rule.GetType().Name).Order());
        Assert.Equal(ModelRules.All.Select(rule => rule.Descriptor.Id).Order(), ModelRules.All.Select(rule => rule.Descriptor.Id));
        Assert.All(ModelRules.All, rule => Assert.Equal(Ids[rule.GetType().Name[..^"Rule".Length]], rule.Descriptor.Id));
    }

    [Fact]
    public void Rules_AllHaveTests()
    {
        var tests = typeof(CatalogueTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        Assert.All(Ids.Keys, name => Assert.Contains(name + "RuleTests", tests));
    }

    [Fact]
    public void Categories_FollowTheRangesOfIds()
    {
        var categories = new Dictionary<char, string> { ['0'] = RuleCategories.Model, ['1'] = RuleCategories.Keys };
        Assert.All(Catalogue.Descriptors, descriptor => Assert.Equal(categories[descriptor.Id[3]], descriptor.Category));
    }

    [Fact]
    public void Messages_NameSomethingAndEndWithoutPeriod() => Assert.All(Catalogue.Descriptors, descriptor =>
    {
        var message = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Contains("{0}", message);
        Assert.False(message.EndsWith('.'), message);
        Assert.True(descriptor.IsEnabledByDefault);
    });

    [GeneratedRegex(@"^DTK[01239]\d{3}$")]
    private static partial Regex Id();
}
