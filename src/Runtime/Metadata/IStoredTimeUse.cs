using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Uses the time of a write as an attribute stores it.</summary>
/// <typeparam name="TResult">What the use returns.</typeparam>
internal interface IStoredTimeUse<out TResult>
{
    TResult Use<TValue, TConverter>(string attributeName, TValue value)
        where TConverter : IAttributeConverter<TValue>;
}
