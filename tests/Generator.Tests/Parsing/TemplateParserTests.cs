using DynamoToolkit.Shared.Parsing;

namespace DynamoToolkit.Generator.Tests.Parsing;

public sealed class TemplateParserTests
{
    [Theory]
    [InlineData("RUN#{RunId}", "'RUN#' [RunId]")]
    [InlineData("META", "'META'")]
    [InlineData("{A}#{B}x", "[A] '#' [B] 'x'")]
    [InlineData("{{{A}}}", "'{' [A] '}'")]
    [InlineData("{ A }", "[A]")]
    [InlineData("a{{b}}c", "'a{b}c'")]
    public void Template_WellFormed_ComesApart(string template, string expected)
    {
        var (parts, error) = TemplateParser.Parse(template);

        Assert.Null(error);
        Assert.Equal(expected, string.Join(' ', parts.Select(part => part.Member is null ? $"'{part.Literal}'" : $"[{part.Member}]")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{A")]
    [InlineData("A}")]
    [InlineData("{}")]
    [InlineData("{ }")]
    [InlineData("{{A}")]
    public void Template_Malformed_IsAnError(string template) => Assert.NotNull(TemplateParser.Parse(template).Error);
}
