namespace Coordination.Resources.Catalogue;

/// <summary>What a row of the catalogue is about.</summary>
public enum CatalogueKind
{
    /// <summary>A team, by its name on the air and how many it brings.</summary>
    Team,
    /// <summary>A vehicle or boat with its crew.</summary>
    Vehicle,
    /// <summary>A machine or device.</summary>
    Equipment,
    /// <summary>Goods in a depot of the agency.</summary>
    Stock,
    /// <summary>Goods that a supplier keeps under agreement (协议储备).</summary>
    AgreementStock,
    /// <summary>Posts: how many are filled, and never by whom.</summary>
    Position,
    /// <summary>Places in a shelter: how many it holds, and never who is in it.</summary>
    Shelter,
    /// <summary>A speciality that can be called, by the agency's duty number and by no name.</summary>
    Expert,
    /// <summary>Money: the year's budget, a special fund, a reserve fund or donations.</summary>
    Fund,
}
