using System.Globalization;
using System.Text;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>
/// The table of all measurements and requests on it. An item has nine attributes and 282 bytes as DynamoDB counts them: strings, numbers,
/// a boolean, a String Set, and a map.
/// </summary>
internal static class SampleTable
{
    /// <summary>The name of the table.</summary>
    public const string Name = "orders";

    /// <summary>The number of digits that tell keys apart. Their place in a request is fixed, so that a request can be reused.</summary>
    public const int Digits = 8;

    private const string Customer = "customer-";
    private const string Note = "Leave the parcel with the neighbours on the ground floor if nobody answers the bell, "
        + "or call before you come.";

    /// <summary>Creates the table.</summary>
    public static byte[] Create() => Utf8($$"""
        {"TableName":"{{Name}}","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"customer","AttributeType":"S"},{"AttributeName":"order","AttributeType":"N"}],
         "KeySchema":[{"AttributeName":"customer","KeyType":"HASH"},{"AttributeName":"order","KeyType":"RANGE"}]}
        """);

    /// <summary>Describes the table.</summary>
    public static byte[] Describe() => Utf8($$"""{"TableName":"{{Name}}"}""");

    /// <summary>Adds an index by the customers of orders.</summary>
    public static byte[] AddIndex() => Utf8($$$$"""
        {"TableName":"{{{{Name}}}}","AttributeDefinitions":[{"AttributeName":"customer","AttributeType":"S"}],
         "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"by-customer","KeySchema":[{"AttributeName":"customer","KeyType":"HASH"}],
         "Projection":{"ProjectionType":"ALL"}}}]}
        """);

    /// <summary>Puts an item.</summary>
    public static byte[] Put(int customer, int order = 1) =>
        Utf8($$$$"""{"TableName":"{{{{Name}}}}","Item":{{{{Item(customer, order)}}}}}""");

    /// <summary>Gets an item.</summary>
    public static byte[] Get(int customer, int order = 1) =>
        Utf8($$"""{"TableName":"{{Name}}","Key":{{Key(customer, order)}},"ConsistentRead":true}""");

    /// <summary>Changes two attributes of an item.</summary>
    public static byte[] Update(int customer, int order = 1) => Utf8($$$$"""
        {"TableName":"{{{{Name}}}}","Key":{{{{Key(customer, order)}}}},
         "UpdateExpression":"SET amount = amount + :more, #s = :shipped",
         "ExpressionAttributeNames":{"#s":"status"},
         "ExpressionAttributeValues":{":more":{"N":"1"},":shipped":{"S":"SHIPPED"}}}
        """);

    /// <summary>Queries a partition.</summary>
    public static byte[] Query(int customer) => Utf8($$"""
        {"TableName":"{{Name}}","KeyConditionExpression":"customer = :c",
         "ExpressionAttributeValues":{":c":{"S":"{{CustomerId(customer)}}"} } }
        """);

    /// <summary>Puts up to 25 items.</summary>
    public static byte[] BatchPut(IEnumerable<(int Customer, int Order)> items)
    {
        var puts = items.Select(static item => $$$$"""{"PutRequest":{"Item":{{{{Item(item.Customer, item.Order)}}}}}}""");
        return Utf8($$$"""{"RequestItems":{"{{{Name}}}":[{{{string.Join(',', puts)}}}]}}""");
    }

    /// <summary>Where the digits of the customer's number begin in a request.</summary>
    public static int PlaceOfDigits(ReadOnlySpan<byte> request) => request.LastIndexOf(Encoding.UTF8.GetBytes(Customer)) + Customer.Length;

    /// <summary>Replaces the customer's number in a request.</summary>
    public static void SetDigits(Span<byte> request, int place, int customer)
    {
        for (var digit = Digits - 1; digit >= 0; digit--)
        {
            request[place + digit] = (byte)('0' + (customer % 10));
            customer /= 10;
        }
    }

    private static string CustomerId(int customer) => Customer + customer.ToString("D8", CultureInfo.InvariantCulture);

    private static string Key(int customer, int order) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""{"customer":{"S":"{{{CustomerId(customer)}}}"},"order":{"N":"{{{order}}}"}}""");

    private static string Item(int customer, int order) => string.Create(CultureInfo.InvariantCulture, $$$$$"""
        {"customer":{"S":"{{{{{CustomerId(customer)}}}}}"},"order":{"N":"{{{{{order}}}}}"},"status":{"S":"CREATED"},"amount":{"N":"129.95"},
        "paid":{"BOOL":true},"created":{"S":"2026-11-29T10:15:30.123Z"},"note":{"S":"{{{{{Note}}}}}"},
        "labels":{"SS":["express","fragile","gift"]},
        "address":{"M":{"street":{"S":"12 Long Lane"},"city":{"S":"Springfield"},"zip":{"S":"12345"}}}}
        """).Replace("\n", "", StringComparison.Ordinal);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
