package words

import "encoding/json"

// MarshalJSON writes the text as {"en": …, "ja": …}.
func (t Text) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[Lang]string{English: t.en, Japanese: t.ja})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (t *Text) UnmarshalJSON(data []byte) error {
	var said map[Lang]string
	if err := json.Unmarshal(data, &said); err != nil {
		return err
	}
	*t = Text{en: said[English], ja: said[Japanese]}
	return nil
}
