namespace DynamoToolkit.Benchmarks.Entities;

/// <summary>Two orders are equal when every value in them is; the order of a set's members does not count.</summary>
public sealed class OrderComparer : IEqualityComparer<Order>
{
    public static readonly OrderComparer Instance = new();

    public bool Equals(Order? left, Order? right) =>
        ReferenceEquals(left, right)
        || (left is not null && right is not null
            && Scalars(left) == Scalars(right)
            && Texts(left).SequenceEqual(Texts(right))
            && left.Tags.SetEquals(right.Tags)
            && left.Steps.SequenceEqual(right.Steps));

    public int GetHashCode(Order order) => HashCode.Combine(order.CustomerId, order.OrderId);

    private static (int, decimal, long, bool, int, long) Scalars(Order order) =>
        (order.Quantity, order.Total, order.Revision, order.Paid, order.Shipping.Floor, order.ExpiresAt);

    private static string[] Texts(Order order) =>
    [
        order.CustomerId, order.OrderId, order.Status, order.Email, order.Currency, order.Channel, order.Title, order.Note,
        order.Shipping.Street, order.Shipping.City, order.Shipping.PostalCode,
    ];
}
