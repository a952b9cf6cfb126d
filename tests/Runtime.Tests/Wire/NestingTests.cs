using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Borders;
using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Runtime.Tests.Wire.Samples;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>DynamoDB's 32 levels: 31 lists and maps, and what is in the last of them.</summary>
public sealed class NestingTests
{
    [Fact]
    public void Value_AtTheLastLevel_IsWritten()
        => Assert.EndsWith("{\"S\":\"leaf\"}" + string.Concat(Enumerable.Repeat("]}}}", 15)) + "]}}", Text(31), StringComparison.Ordinal);

    [Fact]
    public void Value_BelowTheLastLevel_IsRefusedByItsPath()
    {
        var error = Assert.Throws<InvalidAttributeValueException>(() => Text(32));
        Assert.StartsWith("deep.m[0].m[0]", error.AttributeName);
        Assert.Contains("32 levels", error.Message);
        Assert.Equal(33, error.AttributeName.Split('.', '[').Length);
        Assert.Throws<InvalidAttributeValueException>(() => Text(33));
    }

    [Fact]
    public void Map_AtTheLastLevel_IsWrittenWhereItIsEmpty()
    {
        // An element and its list are two levels.
        Write(new Tree { Children = [Nested(14)] });
        var error = Assert.Throws<InvalidAttributeValueException>(() => Write(new Tree { Children = [Nested(15)] }));
        Assert.StartsWith("a[0].a[0]", error.AttributeName);

        static Tree Nested(int children) => children == 0 ? new Tree() : new Tree { Children = [Nested(children - 1)] };
    }

    [Fact]
    public void Value_ThatContainsItself_IsRefused()
    {
        var list = new AttributeValue { L = [] };
        list.L.Add(list);
        Assert.Throws<InvalidAttributeValueException>(() => Write(list));
        var map = new AttributeValue { M = [] };
        map.M["m"] = map;
        Assert.Throws<InvalidAttributeValueException>(() => Write(map));

        static void Write(AttributeValue value)
        {
            using var buffer = WireBuffer.Rent();
            var writer = new ItemWriter(buffer);
            AttributeValueConverter.Write(ref writer, value);
        }
    }

    [Fact]
    public void Values_BesideEachOther_AreNotNested()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        for (var i = 0; i < 100; i++)
        {
            Deep.Write(ref writer, 31);
            MapConverter<Tree>.Write(ref writer, new Tree());
        }
    }

    [Fact]
    public void Prefix_OfAFlattenedType_AddsNoLevel()
    {
        Flatten(29);
        Assert.Throws<InvalidAttributeValueException>(() => Flatten(30));

        static void Flatten(int lists)
        {
            using var buffer = WireBuffer.Rent();
            var writer = new ItemWriter(buffer);
            for (var i = 0; i < lists; i++)
                writer.BeginList();
            writer.WriteFlattened("p_"u8, new Tree { Children = [new Tree()] });
        }
    }

    [Theory]
    [InlineData("a", 31)]
    [InlineData("a.b", 30)]
    [InlineData("a.b.c", 29)]
    public void UpdatesValue_CountsFromItsPath(string path, int most)
    {
        var names = path.Split('.');
        var attribute = new Attribute<int, Deep>(names.Aggregate(default(AttributePath), static (above, name) => above.Member(name)));
        Update(u => u.Set(attribute, most));
        var error = Assert.Throws<InvalidAttributeValueException>(() => Update(u => u.Set(attribute, most + 1)));
        Assert.Equal(path, error.AttributeName);
    }

    [Fact]
    public void AppendedElements_CountAsInTheirList()
    {
        var attribute = new ListAttribute<List<int>, ListConverter<int, Deep>, int, Deep>("a");
        Update(u => u.Append(attribute, 30));
        Assert.Equal("a", Assert.Throws<InvalidAttributeValueException>(() => Update(u => u.Append(attribute, 31))).AttributeName);
    }

    private static void Update(Func<Update<Run>, Update<Run>> change) =>
        change(new Db().Runs.Update(Run.Key("1"))).ExecuteAsync().GetAwaiter().GetResult();

    private static string Text(int lists)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        var start = writer.BeginMap();
        writer.WriteName("deep");
        Deep.Write(ref writer, lists);
        writer.EndMap(start);
        writer.Flush();
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Tree tree)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        Tree.WriteMap(ref writer, tree);
    }

    /// <summary>So many maps and lists in turns, the innermost a list if the number is odd, and a text in the last.</summary>
    private sealed class Deep : IAttributeConverter<int>
    {
        public static void Write(ref ItemWriter writer, int value)
        {
            if (value == 0)
            {
                writer.WriteStringValue("leaf");
                return;
            }

            if (value % 2 == 0)
            {
                var map = writer.BeginMapValue();
                writer.WriteName("m");
                Write(ref writer, value - 1);
                writer.EndMapValue(map);
                return;
            }

            var list = writer.BeginList();
            writer.WriteComma();
            Write(ref writer, value - 1);
            writer.EndList(list);
        }

        public static int Read(ref ItemReader reader)
        {
            reader.SkipValue();
            return 0;
        }
    }
}
