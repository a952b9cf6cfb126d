using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>The mapping that people write by hand for the SDK's low-level client.</summary>
internal static class OrderAttributes
{
    public static Dictionary<string, AttributeValue> Of(Order order) => new(16)
    {
        ["customerId"] = new AttributeValue { S = order.CustomerId },
        ["orderId"] = new AttributeValue { S = order.OrderId },
        ["status"] = new AttributeValue { S = order.Status },
        ["email"] = new AttributeValue { S = order.Email },
        ["currency"] = new AttributeValue { S = order.Currency },
        ["channel"] = new AttributeValue { S = order.Channel },
        ["title"] = new AttributeValue { S = order.Title },
        ["note"] = new AttributeValue { S = order.Note },
        ["quantity"] = new AttributeValue { N = order.Quantity.ToString(CultureInfo.InvariantCulture) },
        ["total"] = new AttributeValue { N = order.Total.ToString(CultureInfo.InvariantCulture) },
        ["revision"] = new AttributeValue { N = order.Revision.ToString(CultureInfo.InvariantCulture) },
        ["paid"] = new AttributeValue { BOOL = order.Paid },
        ["tags"] = new AttributeValue { SS = [.. order.Tags] },
        ["steps"] = new AttributeValue { L = order.Steps.ConvertAll(static step => new AttributeValue { S = step }) },
        ["shipping"] = new AttributeValue
        {
            M = new Dictionary<string, AttributeValue>(4)
            {
                ["street"] = new AttributeValue { S = order.Shipping.Street },
                ["city"] = new AttributeValue { S = order.Shipping.City },
                ["postalCode"] = new AttributeValue { S = order.Shipping.PostalCode },
                ["floor"] = new AttributeValue { N = order.Shipping.Floor.ToString(CultureInfo.InvariantCulture) },
            },
        },
        ["expiresAt"] = new AttributeValue { N = order.ExpiresAt.ToString(CultureInfo.InvariantCulture) },
    };

    public static Dictionary<string, AttributeValue> KeyOf(Order order) => new(2)
    {
        ["customerId"] = new AttributeValue { S = order.CustomerId },
        ["orderId"] = new AttributeValue { S = order.OrderId },
    };

    public static Order ToOrder(Dictionary<string, AttributeValue> item)
    {
        var shipping = item["shipping"].M;
        return new Order
        {
            CustomerId = item["customerId"].S,
            OrderId = item["orderId"].S,
            Status = item["status"].S,
            Email = item["email"].S,
            Currency = item["currency"].S,
            Channel = item["channel"].S,
            Title = item["title"].S,
            Note = item["note"].S,
            Quantity = int.Parse(item["quantity"].N, CultureInfo.InvariantCulture),
            Total = decimal.Parse(item["total"].N, CultureInfo.InvariantCulture),
            Revision = long.Parse(item["revision"].N, CultureInfo.InvariantCulture),
            Paid = item["paid"].BOOL ?? false,
            Tags = [.. item["tags"].SS],
            Steps = item["steps"].L.ConvertAll(static step => step.S),
            Shipping = new Address
            {
                Street = shipping["street"].S,
                City = shipping["city"].S,
                PostalCode = shipping["postalCode"].S,
                Floor = int.Parse(shipping["floor"].N, CultureInfo.InvariantCulture),
            },
            ExpiresAt = long.Parse(item["expiresAt"].N, CultureInfo.InvariantCulture),
        };
    }
}
