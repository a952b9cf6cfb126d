using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>Stands for a list (L) attribute: it can be appended to.</summary>
/// <typeparam name="TElement">The elements' type.</typeparam>
/// <typeparam name="TElementConverter">Writes and reads the elements.</typeparam>
public interface IListAttribute<TElement, TElementConverter> : IAttribute
    where TElementConverter : IAttributeConverter<TElement>;
