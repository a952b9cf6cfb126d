using System.Text.Json;
using System.Text.RegularExpressions;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Checks;

/// <summary>Two clients name the placeholders of the same update differently; with the placeholders filled in they must be one.</summary>
internal static partial class UpdateCheck
{
    private const string Set = "SET status = $status, note = $note ADD revision $one";
    private const string Condition = "revision = $revision";

    public static void MustBeRight(Order order, byte[] body, string what)
    {
        using var document = JsonDocument.Parse(body);
        var request = document.RootElement;
        var known = new Dictionary<string, string>
        {
            [order.Status] = "$status",
            [order.Note] = "$note",
            ["1"] = "$one",
            [order.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)] = "$revision",
        };
        MustBe(Set, Fill(request.GetProperty("UpdateExpression").GetString()!), what);
        MustBe(Condition, Fill(request.GetProperty("ConditionExpression").GetString()!), what);

        var key = request.GetProperty("Key");
        MustBe(order.CustomerId, key.GetProperty("customerId").GetProperty("S").GetString()!, what);
        MustBe(order.OrderId, key.GetProperty("orderId").GetProperty("S").GetString()!, what);

        string Fill(string expression) => Spaces().Replace(Placeholder().Replace(expression, match => match.Value[0] == '#'
            ? request.GetProperty("ExpressionAttributeNames").GetProperty(match.Value).GetString()!
            : known[ValueOf(match.Value)]), " ").Trim();

        string ValueOf(string placeholder) =>
            request.GetProperty("ExpressionAttributeValues").GetProperty(placeholder).EnumerateObject().Single().Value.GetString()!;
    }

    private static void MustBe(string expected, string actual, string what)
    {
        if (expected != actual)
            throw new InvalidDataException($"{what}: expected '{expected}', found '{actual}'");
    }

    [GeneratedRegex("[#:][A-Za-z0-9_]+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
