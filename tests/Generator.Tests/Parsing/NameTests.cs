using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Generator.Tests.Parsing;

public sealed class NameTests
{
    [Theory]
    [InlineData("RunId", "runId")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("already", "already")]
    [InlineData("X", "x")]
    [InlineData("Größe", "größe")]
    [InlineData("ÄÖÜ", "äöü")]
    [InlineData("_Under", "_Under")]
    [InlineData("A1B", "a1B")]
    public void CamelCase_OfName_LowersTheFirstWord(string name, string expected) => Assert.Equal(expected, name.ToCamelCase());

    [Theory]
    [InlineData("byExperiment", "ByExperiment")]
    [InlineData("by-experiment", "ByExperiment")]
    [InlineData("by.the_name", "ByTheName")]
    [InlineData("1st", "_1st")]
    [InlineData("...", "_")]
    public void PascalIdentifier_OfAnyText_IsAnIdentifier(string text, string expected) =>
        Assert.Equal(expected, text.ToPascalIdentifier());

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("record", "@record")]
    [InlineData("name", "name")]
    public void Identifier_OfKeyword_IsEscaped(string name, string expected) => Assert.Equal(expected, name.ToIdentifier());
}
