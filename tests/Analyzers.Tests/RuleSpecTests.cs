using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>A problem has exactly the properties that the message of its rule names.</summary>
public sealed class RuleSpecTests
{
    private static readonly RuleSpec Rule = new("DTK9000", "Title", "'{member}' of '{type}' is not '{member}'", DiagnosticSeverity.Error);

    [Fact]
    public void Problem_WithItsProperties_FillsTheMessage()
    {
        var problem = Rule.Problem(Location.None, ("type", "Run"), ("member", "Id"));
        Assert.Equal("'{0}' of '{1}' is not '{0}'", Rule.MessageFormat);
        Assert.Equal("'Id' of 'Run' is not 'Id'", string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, problem.Arguments));
        Assert.Equal("Run", problem.Properties["type"]);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("member", "type", "other")]
    [InlineData("member", "type", "type")]
    [InlineData("member", "Type")]
    public void Problem_WithOtherProperties_IsRefused(params string[] names)
    {
        var exception = Assert.Throws<ArgumentException>(() => Rule.Problem(Location.None, [.. names.Select(name => (name, "x"))]));
        Assert.Contains("DTK9000 takes member, type, but got ", exception.Message);
    }
}
