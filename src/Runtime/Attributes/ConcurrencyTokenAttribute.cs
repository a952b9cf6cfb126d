namespace DynamoToolkit;

/// <summary>
/// Marks the member that holds the item's concurrency token: every write changes it, and a write of an item succeeds only if the stored
/// token is still the item's. Use it on an <c>int</c> or <c>long</c>, which counts the writes from 1, or on a string or <see cref="Guid"/>,
/// which gets a new random value with each write.
/// </summary>
/// <remarks>
/// A put of the item, an update of the item and a delete of the item compare the token; operations that take a key do not compare it. A
/// lost race throws a <see cref="ConcurrencyConflictException"/>. The member gets its new token only after the write succeeded.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ConcurrencyTokenAttribute : Attribute;
