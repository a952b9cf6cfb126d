using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// Stands for an attribute whose values are of <typeparamref name="T"/>. Generated update methods take their attribute as this
/// interface, because the compiler can infer both type arguments from whichever token a lambda returns.
/// </summary>
/// <typeparam name="T">The member's type; for a nullable value type, the type without the question mark.</typeparam>
/// <typeparam name="TConverter">Writes and reads the values.</typeparam>
public interface IAttribute<T, TConverter> : IAttribute
    where TConverter : IAttributeConverter<T>;
