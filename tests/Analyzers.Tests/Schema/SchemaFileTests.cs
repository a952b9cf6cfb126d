using DynamoToolkit.Shared.Schema;

namespace DynamoToolkit.Analyzers.Tests.Schema;

/// <summary>Baselines are read and written without a loss.</summary>
public sealed class SchemaFileTests
{
    [Fact]
    public void Write_OfLinesInAnyOrder_SortsThemWithTheirComments()
    {
        var file = SchemaFile.Parse("# why\nitem B: table = t\n\n*REMOVED* item A: attribute x = S, key\nitem A: table = t\n# last");
        Assert.Empty(file.Problems);
        Assert.Equal(
            SchemaRule.Head + "*REMOVED* item A: attribute x = S, key\nitem A: table = t\n# why\nitem B: table = t\n# last\n",
            file.Write());
        Assert.Equal(file.Write(), SchemaFile.Parse(file.Write()).Write());
    }

    [Fact]
    public void Write_KeepsTheLineEndsOfTheText()
    {
        var text = SchemaFile.Parse("item B: table = t\r\nitem A: table = t\r\n").Write();
        Assert.Equal(SchemaRule.Head.ReplaceLineEndings("\r\n") + "item A: table = t\r\nitem B: table = t\r\n", text);
    }

    [Fact]
    public void Write_OfAConflict_LosesNothing()
    {
        const string Conflict = "<<<<<<< ours\nitem A: table = t\n=======\nitem A: table = u\n>>>>>>> theirs\n";
        var file = SchemaFile.Parse(Conflict);
        Assert.Equal([0, 2, 3, 4], file.Problems.Select(problem => problem.Number));
        Assert.Equal(SchemaRule.Head + Conflict, file.Write());
    }

    [Fact]
    public void Delete_OfALineBelowAConflict_KeepsWhatCouldNotBeRead()
    {
        var file = SchemaFile.Parse("<<<<<<< ours\n# why\nitem A: table = t\nitem B: table = t\n");
        file.Apply([new SchemaEdit(SchemaEditKind.Delete, SchemaLine.Parse("item A: table = t")!)]);
        Assert.Equal(SchemaRule.Head + "item B: table = t\n<<<<<<< ours\n", file.Write());
    }

    [Fact]
    public void Write_OfALineTwice_KeepsOne() =>
        Assert.Equal(SchemaRule.Head + "item A: table = t\n", SchemaFile.Parse("item A: table = t\nitem A: table = t").Write());

    [Theory]
    [InlineData("item A")]
    [InlineData("item A:")]
    [InlineData("item A: table = ")]
    [InlineData("item A: colour = red")]
    [InlineData("item A: attribute ")]
    [InlineData("thing A: table = t")]
    [InlineData("item A: attribute \"x = S, key")]
    [InlineData("item: table = t")]
    [InlineData("table")]
    public void Parse_OfALineThatIsNone_IsAProblem(string line) => Assert.Single(SchemaFile.Parse(line).Problems);

    [Theory]
    [InlineData("item A: attribute \"a = b: \\\"c\" = S, key", "attribute \"a = b: \\\"c\"", "S, key")]
    [InlineData("item A: partition key = \"x = {y}\"", "partition key", "\"x = {y}\"")]
    [InlineData("enum E: name Open", "name Open", null)]
    [InlineData("item A: shards of index i = 4 by x", "shards of index i", "4 by x")]
    public void Parse_OfALine_TakesItApart(string text, string subject, string? value)
    {
        var line = SchemaLine.Parse(text)!;
        Assert.Equal((subject, value, text), (line.Subject, line.Value, line.Text));
    }

    [Theory]
    [InlineData("plain-Name_1.x", "plain-Name_1.x")]
    [InlineData("a\"b\\c\nd\u2028", "\"a\\\"b\\\\c\\u000Ad\\u2028\"")]
    [InlineData("", "\"\"")]
    [InlineData("é", "\"é\"")]
    public void Name_ThatWouldEndALine_IsQuoted(string name, string expected) => Assert.Equal(expected, SchemaText.Name(name));

    [Fact]
    public void Branches_ThatAddDifferentTypes_MergeLineByLine()
    {
        var ours = SchemaFile.Parse("item A: table = t\nitem C: table = t\n").Write().Split('\n');
        var theirs = SchemaFile.Parse("item A: table = t\nitem B: table = t\n").Write().Split('\n');
        var merged = SchemaFile.Parse(string.Join('\n', ours.Union(theirs)));
        Assert.Empty(merged.Problems);
        Assert.Equal(SchemaRule.Head + "item A: table = t\nitem B: table = t\nitem C: table = t\n", merged.Write());
    }
}
