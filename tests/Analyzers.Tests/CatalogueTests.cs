using System.Globalization;
using System.Text.RegularExpressions;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Analyzers.Tests.Pages;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>The rows of the table, the code of rules and the tests belong together and have the same names.</summary>
public sealed partial class CatalogueTests
{
    [Fact]
    public void Ids_AreUniqueWellFormedAndInOrder()
    {
        var ids = RuleTable.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches(Id(), id));
        Assert.Equal(ids.Count, Catalogue.Rules.Count);
    }

    [Fact]
    public void Descriptors_AreTheRowsOfTheTable()
    {
        Assert.Equal(RuleTable.All.Select(rule => rule.Id), Catalogue.Descriptors.Select(descriptor => descriptor.Id));
        Assert.All(RuleTable.All, rule =>
        {
            var descriptor = Catalogue.Descriptor(rule.Id);
            Assert.Equal(rule.Title, descriptor.Title.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(rule.Severity, descriptor.DefaultSeverity);
            Assert.True(descriptor.IsEnabledByDefault);
        });
    }

    [Fact]
    public void Code_OfARule_IsNamedLikeItsRowAndListed()
    {
        Assert.All(Catalogue.TypesWithCode, type => Assert.Contains(type.Name[..^"Rule".Length], Catalogue.Rules.Keys));
        var rules = typeof(ModelRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ModelRule)) && !type.IsAbstract);
        var listed = ModelRules.ForValidTypes.Concat(ModelRules.ForDesigns).Select(rule => rule.GetType().Name);
        Assert.Equal(rules.Select(type => type.Name).Order(), listed.Order());
    }

    [Fact]
    public void Rules_AllHaveTests()
    {
        var tests = typeof(CatalogueTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        Assert.All(Catalogue.Rules.Keys, name => Assert.Contains(name + "RuleTests", tests));
    }

    [Fact]
    public void Categories_FollowTheRangesOfIds()
    {
        var categories = new Dictionary<char, string>
        {
            ['0'] = "DynamoToolkit.Model",
            ['1'] = "DynamoToolkit.Keys",
            ['2'] = "DynamoToolkit.Expressions",
            ['3'] = "DynamoToolkit.Performance",
            ['4'] = "DynamoToolkit.Schema",
        };
        Assert.All(Catalogue.Descriptors, descriptor => Assert.Equal(categories[descriptor.Id[3]], descriptor.Category));
    }

    [Fact]
    public void Messages_NamePropertiesAndEndWithoutPeriod() => Assert.All(RuleTable.All, rule =>
    {
        Assert.NotEmpty(rule.PropertyNames);
        Assert.All(rule.PropertyNames, name => Assert.Matches(PropertyName(), name));
        Assert.False(rule.Message.EndsWith('.'), rule.Message);
        Assert.False(rule.Title.EndsWith('.'), rule.Title);
    });

    [GeneratedRegex(@"^DTK[012349]\d{3}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z][A-Za-z]+$")]
    private static partial Regex PropertyName();
}
