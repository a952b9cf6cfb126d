using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Expressions;

/// <summary>Comparisons on the bytes of packed items have the results of those on values.</summary>
public sealed class TextTestTests
{
    private static readonly string[] Pieces = ["", "a", "b", "\"", "\\", "\n", "\u0001", "\u0002", "u00", "é", "\ud83d\ude00", "/"];

    [Fact]
    public void AnyTexts_CompareAsValuesDo()
    {
        var random = new Random(7);
        var held = 0;
        for (var i = 0; i < 20_000; i++)
        {
            Value value = random.Next(8) switch
            {
                0 => new NumberValue(new DynamoNumber(1)),
                1 => new ListValue([new StringValue(Draw(random))]),
                2 => new MapValue(new() { ["t"] = new StringValue(Draw(random)) }),
                _ => new StringValue(Draw(random)),
            };
            var name = random.GetItems(["t", "\"", "u"], 1)[0];
            MapValue item = new(new() { ["p"] = new StringValue("k"), [name] = value });
            var packed = ItemBlock.Read(ItemBlock.Create("key"u8, item));
            PathOperand path = new(new DocumentPath([PathElement.Member(random.Next(4) == 0 ? "t" : name)]));
            ConstantOperand text = new(new StringValue(Draw(random)));
            foreach (var condition in (Condition[])
                [new ComparisonCondition("=", path, text), new FunctionCondition("begins_with", [path, text])])
            {
                var expected = condition.Holds(item);
                Assert.Equal(expected, condition.Holds(packed));
                if (expected) held++;
            }
        }

        Assert.InRange(held, 1000, 30_000);
    }

    private static string Draw(Random random) => string.Concat(random.GetItems(Pieces, random.Next(3)));
}
